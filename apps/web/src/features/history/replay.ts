import type { ReturnedView, TimelineItem } from '@yihu/api-contract';
import { caseWorkflow, type CaseState } from '@yihu/domain';
import { fold, unwritten, type Folded, type Metadata } from '@yihu/workflow';
import { paidAfter } from './paid';

/** Where on the ruler an event stands. What the bank said is entered by the town's finance, and is the bank's. */
export type Lane = 'village' | 'town' | 'district' | 'finance' | 'bank';

export const LANES: readonly Lane[] = ['village', 'town', 'district', 'finance', 'bank'];

/** What was to be mended at a moment, cell by cell. */
export type Returned = Pick<ReturnedView, 'fields' | 'text'>;

/** A case at a moment: what its facts so far add up to. */
export interface Moment {
  readonly folded: Folded<CaseState>;
  readonly paidFen: number;
  readonly returned: Returned | undefined;
}

/** One event, and the case before and after it. */
export interface Step {
  readonly item: TimelineItem;
  readonly lane: Lane;
  /** Something went back by it. */
  readonly isReturn: boolean;
  readonly before: Moment;
  readonly after: Moment;
}

const LANE_OF_ROLE: Readonly<Record<string, Lane>> = {
  'village-cadre': 'village',
  'town-cadre': 'town',
  'town-leader': 'town',
  'town-finance': 'finance',
};

/**
 * Folds a history by the very code that the server decides with, event by event. Throws `CorruptHistory` for a
 * history that this code cannot read: a wrong picture of the past would be worse than none.
 */
export function replay(items: readonly TimelineItem[]): readonly Step[] {
  let moment: Moment = {
    folded: unwritten(caseWorkflow),
    paidFen: 0,
    returned: undefined,
  };
  return items.map((item) => {
    const before = moment;
    const { type, data } = item;
    // An item carries of the metadata what the reducers read.
    const recorded = { type, data, metadata: item as unknown as Metadata };
    const returned = returnedBy(data);
    moment = {
      folded: fold(caseWorkflow, [recorded], before.folded),
      paidFen: paidAfter(before.paidFen, type, data),
      // A form that is drawn up anew answers the return before it.
      returned: returned ?? ('lines' in data ? undefined : before.returned),
    };
    return { item, lane: laneOf(item), isReturn: returned !== undefined, before, after: moment };
  });
}

/** Every fact that sends a form back names its cells. */
function returnedBy({ fields, text }: TimelineItem['data']): Returned | undefined {
  if (!Array.isArray(fields)) return undefined;
  return { fields: fields.map(String), ...(typeof text === 'string' && { text }) };
}

function laneOf({ role, data }: TimelineItem): Lane {
  if ('valueOn' in data) return 'bank';
  return LANE_OF_ROLE[role] ?? 'district';
}
