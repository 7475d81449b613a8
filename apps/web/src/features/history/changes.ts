import type { CaseState } from '@yihu/domain';
import { yuan } from '../../shared/format';
import type { Place } from './place';
import { placeOf } from './place';
import type { Moment } from './replay';

/** How what is known of a case is said in the reader's language. */
export interface Words {
  place(place: Place): string;
  version(planVersion: number): string;
  signatures(whose: readonly string[]): string;
  staff(staffId: string): string;
  grounds(grounds: readonly string[]): string;
}

/** One thing that a step changed, as it is read. */
export interface Change {
  readonly what: (typeof WATCHED)[number];
  readonly before: string;
  readonly after: string;
}

const WATCHED = [
  'place',
  'version',
  'signatures',
  'reserved',
  'inForce',
  'receipt',
  'paid',
  'completedOn',
  'acceptanceSignatures',
  'payable',
  'reward',
  'villageCadre',
  'townCadre',
  'frozen',
  'extensions',
  'owed',
] as const;

/** What stands for no such thing. */
export const NONE = '—';

/** What one step changed, before and after, in the order in which an auditor asks. */
export function changesBetween(before: Moment, after: Moment, words: Words): readonly Change[] {
  const [then, now] = [said(before, words), said(after, words)];
  return WATCHED.filter((what) => then[what] !== now[what]).map((what) => ({
    what,
    before: then[what],
    after: now[what],
  }));
}

function said({ folded, paidFen }: Moment, words: Words): Readonly<Record<Change['what'], string>> {
  const state = folded.data;
  const { reserved, accepted, recoveries } = state;
  const isThere = folded.revision >= 0;
  return {
    place: isThere ? words.place(placeOf(folded.node!)) : NONE,
    version: version(state.currentVersion, words),
    signatures: signed(state.signatures, words),
    reserved: yuan(reserved.subsidyFen + reserved.rewardFen),
    inForce: version(state.filedVersion, words),
    receipt: state.receiptNo === '' ? NONE : state.receiptNo,
    paid: yuan(paidFen),
    completedOn: state.completedOn ?? NONE,
    acceptanceSignatures: signed(state.acceptanceSignatures, words),
    payable: yuan(accepted?.payableFen),
    reward: yuan(accepted?.reward.rewardFen),
    villageCadre: staff(state.villageCadreId, words),
    townCadre: staff(state.townCadreId, words),
    frozen: state.freezes.length === 0 ? NONE : words.grounds(state.freezes),
    extensions: Object.values(state.extensions).join(' ') || NONE,
    owed: yuan(recoveries.reduce((sum, { owedFen }) => sum + owedFen, 0)),
  };
}

function version(planVersion: number, words: Words): string {
  return planVersion === 0 ? NONE : words.version(planVersion);
}

function signed(signatures: CaseState['signatures'], words: Words): string {
  const whose = (['household', 'village', 'town'] as const).filter((each) => signatures[each] !== undefined);
  return whose.length === 0 ? NONE : words.signatures(whose);
}

function staff(staffId: string, words: Words): string {
  return staffId === '' ? NONE : words.staff(staffId);
}
