const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'] as const;
const GROUPS = ['', '万', '亿', '万亿'] as const;

/** An amount in capitals, as a payment paper has it: `人民币壹仟玖佰元整`. */
export function capitalYuan(amountFen: number): string {
  const yuan = Math.floor(amountFen / 100);
  const [jiao, fen] = [Math.floor(amountFen / 10) % 10, amountFen % 10];
  const whole = yuan === 0 ? '' : `${integer(yuan)}元`;
  if (jiao === 0 && fen === 0) return `人民币${whole === '' ? '零元' : whole}整`;
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : whole === '' ? '' : '零';
  const hundredths = fen > 0 ? `${DIGITS[fen]}分` : '整';
  return `人民币${whole}${tenths}${hundredths}`;
}

function integer(value: number): string {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.push(rest % 10_000);
  return groups
    .map((group, place) => ({ group, place }))
    .reverse()
    .reduce((text, { group, place }, index) => {
      if (group === 0) return text;
      // Zeros between two groups are said once.
      const isGap = index > 0 && (group < 1000 || groups[place + 1]! % 10 === 0);
      return `${text}${isGap ? '零' : ''}${fourDigits(group)}${GROUPS[place]}`;
    }, '');
}

function fourDigits(group: number): string {
  const digits = [...String(group)].map(Number);
  return digits.reduce((text, digit, index) => {
    const place = digits.length - 1 - index;
    if (digit === 0) return text;
    const isGap = index > 0 && digits[index - 1] === 0;
    return `${text}${isGap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
  }, '');
}
