/** Something that happened, in the past tense. It never changes once recorded. */
export interface Fact<Type extends string = string, Data extends object = object> {
  readonly type: Type;
  readonly data: Data;
}

/** Every fact of a stream kind as one union, made from a map of fact name to payload. */
export type FactOf<Facts> = {
  [Type in keyof Facts & string]: Fact<Type, Facts[Type] & object>;
}[keyof Facts & string];

/**
 * Who recorded a fact, in which role, by which command and when. `recordedAt` is UTC with
 * milliseconds; `paperOn` is the date on the office paper (ISO date), where there is one.
 */
export interface Metadata {
  readonly actorId: string;
  readonly office: string;
  readonly role: string;
  readonly onBehalfOf?: string;
  readonly grantId?: string;
  readonly staffRevision: number;
  readonly commandId: string;
  readonly bodyHash: string;
  /** Every stream of the decision, in the order in which they land; of a large one only the first tell all. */
  readonly decisionStreams: readonly string[];
  readonly recordedAt: string;
  readonly paperOn?: string;
  readonly policyVersion?: number;
  readonly workflowVersion?: number;
  readonly previousHash?: string;
  /** The stream whose append decides, where the streams of a decision land one after the other. */
  readonly subjectStream?: string;
  /** There, on the subject's last fact: what is still to come after it, so that anybody can finish the decision. */
  readonly gives?: readonly { readonly stream: string; readonly facts: readonly Fact[] }[];
}

/** A fact as it stands in a history. */
export interface RecordedFact {
  readonly type: string;
  readonly data: object;
  readonly metadata: Metadata;
}

/** Makes one fact of a map, checked against its payload type. */
export function fact<Facts>() {
  return <Type extends keyof Facts & string>(type: Type, data: Facts[Type] & object): Fact<Type> => ({
    type,
    data,
  });
}
