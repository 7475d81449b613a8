import type { CommandContext, Detail, Folded, Rule, Situation } from '@yihu/workflow';
import { rule } from '@yihu/workflow';
import { dayInShanghai } from './calendar';
import type { CaseState } from './case/state';
import type { ClaimState } from './claim/state';
import type { HouseholdState } from './household/state';
import type { LedgerState } from './ledger/state';
import type { NoticeState } from './notice/state';
import type { PaymentState } from './payment/state';
import type { ProgrammeState } from './programme/state';
import type { IsoDate, Role } from './shared';
import type { StaffState } from './staff/state';
import type { SummaryState } from './summary/state';
import { covers } from './territory';

/** Gives a command the folded streams it names, by kind and id. */
export interface Read {
  programme(year: string): Folded<ProgrammeState>;
  household(householdId: string): Folded<HouseholdState>;
  claim(id: string): Folded<ClaimState>;
  case(caseId: string): Folded<CaseState>;
  ledger(id: string): Folded<LedgerState>;
  summary(id: string): Folded<SummaryState>;
  payment(paymentId: string): Folded<PaymentState>;
  notice(id: string): Folded<NoticeState>;
  staff(staffId: string): Folded<StaffState>;
}

/** What every command of an office sees. */
export interface OfficeContext<Input = unknown> extends CommandContext<Input> {
  /** The day in Asia/Shanghai. */
  readonly today: IsoDate;
  /** The unit the subject belongs to: district, town or village. */
  readonly unit: string;
  /** The roles that may give the command. */
  readonly by: readonly Role[];
  readonly lastPaperOn?: IsoDate | undefined;
}

export function officeContext<Input>(
  situation: Situation,
  subject: Folded,
  unit: string,
  by: readonly Role[],
): OfficeContext<Input> {
  const held = situation.actor.grants.filter((grant) => by.includes(grant.role as Role));
  const exercised = held.find((grant) => covers(grant.territory, unit)) ?? held[0];
  const { commandId, subjectId, now, paperOn, actor, input } = situation as Situation<Input>;
  // Member by member: one is made for every command of every question, and a spread costs twenty times as much.
  return {
    commandId,
    subjectId,
    now,
    paperOn,
    actor,
    input,
    subject,
    role: exercised?.role ?? '',
    today: dayInShanghai(now),
    unit,
    by,
  };
}

const roleHeld = rule<OfficeContext>('role-held', {
  source: 'R22, R34',
  clearedBy: 'administrator',
  kind: 'authority',
  check: ({ role, by }) => role !== '' || { needs: by },
});

const inTerritory = rule<OfficeContext>('in-territory', {
  source: 'R22, R34',
  clearedBy: 'administrator',
  kind: 'authority',
  check: ({ actor, by, unit }) =>
    actor.grants.some((grant) => by.includes(grant.role as Role) && covers(grant.territory, unit)) || {
      unit,
    },
});

const paperOrder = rule<OfficeContext>('paper-order', {
  source: 'A10, A12',
  clearedBy: 'nobody',
  judgesInput: true,
  check: ({ paperOn, today, lastPaperOn }) => {
    if (paperOn === undefined) return true;
    if (paperOn > today) return { paperOn, notAfter: today };
    return lastPaperOn === undefined || paperOn >= lastPaperOn || { paperOn, notBefore: lastPaperOn };
  },
});

/** The rules every command has. `right-stage` is the machine's own and comes with the engine. */
export const commonRules: readonly Rule<OfficeContext>[] = [roleHeld, inTerritory, paperOrder];

/** For rules over many cases: true, or each failing case with its own numbers. */
export function eachCase<Item extends { readonly caseId: string }>(
  items: readonly Item[],
  check: (item: Item) => true | Detail,
): true | Detail {
  const cases = items.flatMap((item) => {
    const answer = check(item);
    return answer === true ? [] : [{ caseId: item.caseId, ...answer }];
  });
  return cases.length === 0 || { cases };
}

/** The input of a command being decided. Rules that read it are marked as judging the input. */
export function given<Input>(context: { readonly input: Input | undefined }): Input {
  if (context.input === undefined) throw new Error('a rule reads the input but is not marked as judging it');
  return context.input;
}
