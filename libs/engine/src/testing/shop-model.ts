/** Something that a clerk tries to do. */
export type Deed =
  | {
      readonly command: 'buy' | 'return' | 'redeem' | 'note';
      readonly voucher: string;
      readonly actor: string;
    }
  | {
      readonly command: 'note-price';
      readonly voucher: string;
      readonly actor: string;
      readonly priceFen: number;
    }
  | { readonly command: 'open-shop' | 'shut-shop'; readonly voucher: 'main'; readonly actor: string };

/** How a deed must end. */
export type Expected =
  { readonly stage: string; readonly revision: number } | { readonly refusedBy: readonly string[] };

interface VoucherModel {
  stage: 'offered' | 'bought' | 'redeemed';
  revision: number;
  priceFen: number;
}

/** What the shop must do, written down once more as plain numbers and without any of the engine. */
export function createShopModel(roomFen: number, names: readonly string[]) {
  const vouchers = new Map<string, VoucherModel>(
    names.map((each) => [each, { stage: 'offered', revision: 0, priceFen: 10_000 }]),
  );
  let takenFen = 0;
  let open = true;
  let shopRevision = 0;

  function refusals(deed: Deed, { stage, priceFen }: VoucherModel): string[] {
    const { command, actor } = deed;
    const when = (wrong: boolean, rule: string) => (wrong ? [rule] : []);
    const sells = command === 'buy' || command === 'redeem';
    return [
      ...when(stageFor(command) !== undefined && stageFor(command) !== stage, 'right-stage'),
      ...when(command !== 'note-price' && actor !== 'wang', 'on-staff'),
      ...when(sells && !open, 'shop-open'),
      ...when(command === 'buy' && priceFen > roomFen - takenFen, 'room'),
    ];
  }

  /** Does a deed, and tells how it must end. */
  function apply(deed: Deed): Expected {
    if (deed.command === 'open-shop' || deed.command === 'shut-shop') {
      open = deed.command === 'open-shop';
      shopRevision += 1;
      return { stage: '', revision: shopRevision };
    }
    const voucher = vouchers.get(deed.voucher)!;
    const refusedBy = refusals(deed, voucher);
    if (refusedBy.length > 0) return { refusedBy };
    voucher.revision += deed.command === 'buy' ? 2 : 1;
    if (deed.command === 'buy') takenFen += voucher.priceFen;
    if (deed.command === 'return') takenFen -= voucher.priceFen;
    if (deed.command === 'note-price') voucher.priceFen = deed.priceFen;
    voucher.stage = stageAfter(deed.command) ?? voucher.stage;
    return { stage: voucher.stage, revision: voucher.revision };
  }

  return {
    vouchers,
    get takenFen() {
      return takenFen;
    },
    apply,
  };
}

/** The stage in which a command is in order; any, when there is none. */
function stageFor(command: Deed['command']): string | undefined {
  if (command === 'buy' || command === 'note-price') return 'offered';
  return command === 'return' || command === 'redeem' ? 'bought' : undefined;
}

/** The stage that a command leads to; the same as before, when there is none. */
function stageAfter(command: Deed['command']): VoucherModel['stage'] | undefined {
  if (command === 'buy') return 'bought';
  if (command === 'return') return 'offered';
  return command === 'redeem' ? 'redeemed' : undefined;
}
