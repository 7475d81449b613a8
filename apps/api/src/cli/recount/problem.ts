/** What a finding breaks: an invariant of the programme (domain 1.4), or one of the record itself. */
export type Invariant =
  | 'A1'
  | 'A2'
  | 'A3'
  | 'A4'
  | 'A5'
  | 'A6'
  | 'A7'
  | 'A8'
  | 'A9'
  | 'A10'
  | 'A11'
  | 'closing'
  | 'paid-within-reserved'
  | 'stage-order'
  | 'readable'
  | 'revisions'
  | 'event-ids'
  | 'hash-chain'
  | 'recorded-at';

export interface Problem {
  readonly invariant: Invariant;
  readonly stream: string;
  /** Where the event stands; `end` for what is only known after the last event. */
  readonly position: string;
  readonly message: string;
}

/** Notes a finding on the event at hand. */
export type Report = (invariant: Invariant, message: string) => void;
