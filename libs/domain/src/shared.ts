/** A value encrypted under its owner's key. The domain carries it and never looks inside. */
export type Sealed = string;

/** ISO date, `2024-06-15`, judged in Asia/Shanghai. */
export type IsoDate = string;

/** The class of a household on the roster (glossary). */
export type HouseholdClass = 'out-of-poverty' | 'unstable' | 'marginal' | 'sudden-hardship';

export const HOUSEHOLD_CLASSES: readonly HouseholdClass[] = [
  'out-of-poverty',
  'unstable',
  'marginal',
  'sudden-hardship',
];

/** The offices' roles (domain 1.3). A household has no account: a cadre records its word. */
export type Role =
  | 'village-cadre'
  | 'town-cadre'
  | 'town-leader'
  | 'town-finance'
  | 'bureau'
  | 'supervisor'
  | 'administrator'
  | 'operator';

/** The roles that can be granted; the operator is whoever runs the command line. */
export const ROLES: readonly Exclude<Role, 'operator'>[] = [
  'village-cadre',
  'town-cadre',
  'town-leader',
  'town-finance',
  'bureau',
  'supervisor',
  'administrator',
];

/** One signature: who signed, how, and the exact content and sentence it covers (R37). */
export interface Signature {
  /** The cadre's staff id, or `household`. */
  readonly signer: string;
  /** For the household: which person signed. */
  readonly relation?: 'head' | 'member' | 'agent';
  readonly method: 'paper' | 'screen';
  readonly attestationId: string;
  /** Hash of the content that was signed. */
  readonly contentHash: string;
  /** Hash of the photo of the signed paper. */
  readonly photo?: string;
}

/** Subsidy and reward, in fen. */
export interface Amounts {
  readonly subsidyFen: number;
  readonly rewardFen: number;
}
