import {
  fact,
  rule,
  type Actor,
  type Command,
  type CommandContext,
  type Folded,
  type Rulebook,
  type Situation,
} from '@yihu/workflow';
import {
  workflows,
  type ShopFacts,
  type StaffFacts,
  type Till,
  type TillFacts,
  type Voucher,
  type VoucherFacts,
} from './shop-streams';

/*
 * A small programme to try the engine on: a shop sells vouchers against the room in its till, by clerks who
 * are on its staff, while it is open.
 */

type Read = (stream: string) => Folded;

interface Context extends CommandContext {
  readonly voucher: Voucher;
  readonly till: Folded<Till>;
  readonly shopIsOpen: boolean;
}

/** The parts are getters, so that a stream is only touched by the rule or the recording that needs it. */
function gather(read: Read, situation: Situation, on: string): Context {
  return {
    ...situation,
    subject: read(`${on}-${situation.subjectId}`),
    role: 'clerk',
    policyVersion: 7,
    get voucher() {
      return read(`voucher-${situation.subjectId}`).data as Voucher;
    },
    get till() {
      return read('till-main') as Folded<Till>;
    },
    get shopIsOpen() {
      return (read('shop-main').data as { open: boolean }).open;
    },
  };
}

const onStaff = rule<Context>('on-staff', {
  source: 'S1',
  clearedBy: 'owner',
  kind: 'authority',
  check: ({ actor }) => actor.staffRevision >= 0 || { actor: actor.id },
});

const shopOpen = rule<Context>('shop-open', {
  source: 'S2',
  clearedBy: 'owner',
  check: ({ shopIsOpen }) => shopIsOpen || { open: false },
});

const room = rule<Context>('room', {
  source: 'S3',
  clearedBy: 'owner',
  check: ({ till, voucher }) => {
    const leftFen = till.data.roomFen - till.data.takenFen;
    return voucher.priceFen <= leftFen || { leftFen, needFen: voucher.priceFen };
  },
});

const priced = rule<Context>('priced', {
  source: 'S4',
  clearedBy: 'clerk',
  judgesInput: true,
  check: ({ input }) => (input as VoucherFacts['VoucherOffered']).priceFen > 0 || {},
});

const voucherFact = fact<VoucherFacts>();
const tillFact = fact<TillFacts>();
const staffFact = fact<StaffFacts>();
const shopFact = fact<ShopFacts>();

type Definition = Pick<Command<Context>, 'name' | 'record'> & Partial<Command<Context>>;

function command(on: string, definition: Definition): Command {
  const made: Command<Context, Read> = {
    by: ['clerk'],
    rules: [],
    on,
    gather: (read, situation) => gather(read, situation, on),
    ...definition,
  };
  return made as unknown as Command;
}

const commands = [
  command('till', {
    name: 'open-till',
    record: ({ input }) => ({ subject: [tillFact('TillOpened', input as TillFacts['TillOpened'])] }),
  }),
  command('staff', { name: 'hire', record: () => ({ subject: [staffFact('Hired', { office: 'shop' })] }) }),
  command('shop', { name: 'open-shop', record: () => ({ subject: [shopFact('ShopOpened', {})] }) }),
  command('shop', { name: 'shut-shop', record: () => ({ subject: [shopFact('ShopShut', {})] }) }),
  command('voucher', {
    name: 'offer',
    moves: ['VoucherOffered'],
    rules: [onStaff, priced],
    record: ({ input }) => ({
      subject: [voucherFact('VoucherOffered', input as VoucherFacts['VoucherOffered'])],
    }),
  }),
  command('voucher', {
    name: 'buy',
    moves: ['VoucherBought'],
    staleAfter: ['PriceNoted'],
    rules: [onStaff, shopOpen, room],
    record: ({ subjectId, voucher, actor }) => ({
      takes: [
        {
          stream: 'till-main',
          facts: [tillFact('RoomTaken', { voucher: subjectId, fen: voucher.priceFen })],
        },
      ],
      subject: [
        voucherFact('NoteAdded', { text: 'sold' }),
        voucherFact('VoucherBought', { buyer: actor.id }),
      ],
    }),
  }),
  command('voucher', {
    name: 'return',
    moves: ['VoucherReturned'],
    rules: [onStaff],
    record: ({ subjectId, voucher, input }) => ({
      subject: [voucherFact('VoucherReturned', { why: (input as { why?: string } | undefined)?.why })],
      gives: [
        {
          stream: 'till-main',
          facts: [tillFact('RoomGiven', { voucher: subjectId, fen: voucher.priceFen })],
        },
      ],
    }),
  }),
  command('voucher', {
    name: 'redeem',
    moves: ['VoucherRedeemed'],
    rules: [onStaff, shopOpen],
    record: () => ({ subject: [voucherFact('VoucherRedeemed', {})] }),
  }),
  command('voucher', {
    name: 'note',
    stages: ['offered', 'bought', 'redeemed'],
    rules: [onStaff],
    record: ({ input }) => ({ subject: [voucherFact('NoteAdded', input as VoucherFacts['NoteAdded'])] }),
  }),
  command('voucher', {
    name: 'note-price',
    stages: ['offered'],
    record: ({ input }) => ({ subject: [voucherFact('PriceNoted', input as VoucherFacts['PriceNoted'])] }),
  }),
  // Decided by the clock, so that the same command may record different facts at different times.
  command('voucher', {
    name: 'remark',
    record: ({ now }) => ({
      subject: [
        now < '2024-06-15T12'
          ? voucherFact('NoteAdded', { text: 'before noon' })
          : voucherFact('PriceNoted', { priceFen: 5_000 }),
      ],
    }),
  }),
  command('voucher', {
    name: 'abandon',
    record: ({ input }) => ({
      subject: [voucherFact('DecisionAbandoned', input as VoucherFacts['DecisionAbandoned'])],
    }),
  }),
  command('voucher', { name: 'do-nothing', record: () => ({ subject: [] }) }),
  command('voucher', {
    name: 'blow-up',
    record: () => {
      throw new TypeError('a bug in the rulebook');
    },
  }),
];

/** The shop's rulebook. */
export const shop: Rulebook<Read> = {
  workflowOf(stream) {
    const workflow = workflows.get(stream.split('-')[0]!);
    if (!workflow) throw new Error(`There is no kind of stream for ${stream}`);
    return workflow;
  },
  commands: new Map(commands.map((each) => [each.name, each])),
  readerOver: (foldedOf) => foldedOf,
  actorOf(read, actorId): Actor {
    const { data, revision } = read(`staff-${actorId}`) as Folded<{ office: string }>;
    return { id: actorId, office: data.office, staffRevision: revision, grants: [] };
  },
  recovery: {
    fence: (commandId) => voucherFact('DecisionAbandoned', { commandId }),
    undo: (_stream, taken) => taken.map(({ data }) => tillFact('RoomGiven', data as TillFacts['RoomTaken'])),
    instead: () => Promise.resolve(undefined),
  },
};
