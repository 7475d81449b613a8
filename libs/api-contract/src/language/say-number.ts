const FEN_A_YUAN = 100;
const THOUSAND = 1000;

/** `120000` → `1,200.00`: fen as yuan, by whole numbers all the way. */
export function sayYuan(amountFen: number): string {
  const whole = Math.abs(amountFen);
  const yuan = grouped(Math.floor(whole / FEN_A_YUAN));
  const rest = String(whole % FEN_A_YUAN).padStart(2, '0');
  return `${amountFen < 0 ? '-' : ''}${yuan}.${rest}`;
}

/** `1500` → `1.5`: thousandths of a unit. */
export function sayQuantity(quantityMilli: number): string {
  const rest = String(quantityMilli % THOUSAND)
    .padStart(3, '0')
    .replace(/0+$/, '');
  const whole = grouped(Math.floor(quantityMilli / THOUSAND));
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** `605` → `60.5%`: a share in permille. */
export function sayPercent(permille: number): string {
  return `${Math.floor(permille / 10)}.${permille % 10}%`;
}

function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}
