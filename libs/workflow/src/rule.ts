/** What a refused check says in numbers and names: `{ haveFen: 0, needFen: 60000 }`. */
export type Detail = Readonly<Record<string, unknown>>;

/** `authority` says who, `stage` says when, `content` says how much and what. */
export type RuleKind = 'authority' | 'stage' | 'content';

/** A refusing rule stops the command; a warning and a mark are shown and stop nothing. */
export type RuleWeight = 'refuse' | 'warn' | 'mark';

export interface Rule<Context> {
  readonly id: string;
  /** The requirement the rule comes from, e.g. `R16`. */
  readonly source: string;
  /** Who can clear a refusal: a role, or `nobody`. */
  readonly clearedBy: string;
  readonly kind: RuleKind;
  readonly weight: RuleWeight;
  /** Such a rule judges what the actor fills in, so it is silent until there is an input. */
  readonly judgesInput: boolean;
  /** True, or the numbers that speak against it. Pure: sees its context and nothing else. */
  check(context: Context): true | Detail;
}

export interface Refusal {
  readonly rule: string;
  readonly source: string;
  readonly clearedBy: string;
  readonly kind: RuleKind;
  readonly weight: RuleWeight;
  readonly detail: Detail;
}

type RuleDefinition<Context> = Pick<Rule<Context>, 'source' | 'clearedBy' | 'check'> &
  Partial<Pick<Rule<Context>, 'kind' | 'weight' | 'judgesInput'>>;

/** Names a check. A rule refuses by its content unless it says otherwise. */
export function rule<Context>(id: string, definition: RuleDefinition<Context>): Rule<Context> {
  return { id, kind: 'content', weight: 'refuse', judgesInput: false, ...definition };
}

/** Asks one rule; `undefined` means it has nothing against it. */
export function ask<Context>(asked: Rule<Context>, context: Context): Refusal | undefined {
  const answer = asked.check(context);
  if (answer === true) return undefined;
  const { id, source, clearedBy, kind, weight } = asked;
  return { rule: id, source, clearedBy, kind, weight, detail: answer };
}
