import { rule, type Folded, type Situation } from '@yihu/workflow';
import { currentPlan, type CaseState } from '../case/state';
import { claimFact } from '../claim/facts';
import { receiptClaim, type ClaimState } from '../claim/state';
import { contentHash } from '../content-hash';
import { eachCase, given, officeContext, type OfficeContext, type Read } from '../context';
import { sumFen } from '../money';
import { officeCommand } from '../office-command';
import { policyOn, type ProgrammeState } from '../programme/state';
import type { IsoDate, Role, Sealed } from '../shared';
import { summaryFact, type SummaryEntry } from './facts';
import { isUnderSeal, type Sheet, type SummaryState } from './state';

export interface DrawSummaryInput {
  readonly year: number;
  readonly town: string;
  readonly caseIds: readonly string[];
}

export interface SheetInput {
  readonly no: number;
}

export interface SealSummaryInput extends SheetInput {
  readonly hash: string;
  readonly method: 'paper' | 'screen';
  readonly sealPhoto: string;
  readonly evenSplitExplanation?: Sealed;
}

export interface ReceiveSummaryInput extends SheetInput {
  readonly receiptNo: string;
  readonly returned: readonly string[];
}

interface ListedCase {
  readonly caseId: string;
  readonly folded: Folded<CaseState>;
}

export interface SummaryContext<Input> extends OfficeContext<Input> {
  readonly summary: SummaryState;
  readonly sheet: Sheet | undefined;
  readonly year: number;
  readonly town: string;
  readonly programme: ProgrammeState;
  readonly cases: readonly ListedCase[];
  readonly receiptClaim: ClaimState;
}

type SummaryInput = Partial<DrawSummaryInput & ReceiveSummaryInput>;

function gatherSummary<Input>() {
  return (read: Read, situation: Situation, by: readonly Role[]): SummaryContext<Input> => {
    const subject = read.summary(situation.subjectId);
    const input = (situation.input ?? {}) as SummaryInput;
    const year = input.year ?? subject.data.year;
    const town = input.town ?? subject.data.town;
    const sheet = subject.data.sheets.find((each) => each.no === input.no);
    const caseIds = input.caseIds ?? sheet?.entries.map((entry) => entry.caseId) ?? [];
    const programme = read.programme(String(year)).data;
    const office = officeContext<Input>(situation, subject, town, by);
    return {
      ...office,
      policyVersion: policyOn(programme, office.today)?.version,
      summary: subject.data,
      sheet,
      year,
      town,
      programme,
      get cases() {
        return caseIds.map((caseId) => ({ caseId, folded: read.case(caseId) }));
      },
      get receiptClaim() {
        return read.claim(receiptClaim(year, input.receiptNo ?? '')).data;
      },
    };
  };
}

/** Share of the households with the most frequent subsidy, in permille (R19). */
export function modalPermille(entries: readonly SummaryEntry[]): number {
  const counts = new Map<number, number>();
  for (const { subsidyFen } of entries) counts.set(subsidyFen, (counts.get(subsidyFen) ?? 0) + 1);
  return Math.floor((Math.max(0, ...counts.values()) * 1000) / Math.max(1, entries.length));
}

function sheetInStatus<Input extends SheetInput>(id: string, wanted: Sheet['status'], clearedBy: string) {
  return rule<SummaryContext<Input>>(id, {
    source: 'R38, R23',
    clearedBy,
    kind: 'stage',
    judgesInput: true,
    check: (c) =>
      c.sheet?.status === wanted || { no: given(c).no, status: c.sheet?.status ?? 'unknown', wanted },
  });
}

export const entriesCadreSigned = rule<SummaryContext<DrawSummaryInput>>('entries-cadre-signed', {
  source: 'R38',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: ({ cases, town, year }) => {
    if (cases.length === 0) return { cases: [] };
    return eachCase(cases, ({ folded }) => {
      const isOfTown = folded.data.town === town && folded.data.year === year;
      return (isOfTown && folded.stage === 'cadre-signed') || { stage: folded.stage, town: folded.data.town };
    });
  },
});

export const notUnderSeal = rule<SummaryContext<unknown>>('not-in-two-sheets', {
  source: 'R38',
  clearedBy: 'town-leader',
  judgesInput: true,
  check: ({ cases, summary }) =>
    eachCase(cases, ({ caseId, folded }) => {
      const planVersion = currentPlan(folded.data)?.planVersion ?? 0;
      return !isUnderSeal(summary, caseId, planVersion) || { planVersion };
    }),
});

export const entriesCurrent = rule<SummaryContext<SealSummaryInput>>('entries-current', {
  source: 'R38, R32',
  clearedBy: 'town-cadre',
  judgesInput: true,
  check: ({ cases, sheet }) =>
    eachCase(cases, ({ caseId, folded }) => {
      const entry = sheet!.entries.find((each) => each.caseId === caseId)!;
      const plan = currentPlan(folded.data);
      const isCurrent = folded.stage === 'cadre-signed' && plan?.contentHash === entry.contentHash;
      return isCurrent || { stage: folded.stage, listed: entry.planVersion, current: plan?.planVersion ?? 0 };
    }),
});

export const manifestMatches = rule<SummaryContext<SealSummaryInput>>('manifest-matches', {
  source: 'R38, A11',
  clearedBy: 'nobody',
  judgesInput: true,
  check: (c) => given(c).hash === c.sheet?.hash || { have: given(c).hash, need: c.sheet?.hash ?? '' },
});

export const evenSplitExplained = rule<SummaryContext<SealSummaryInput>>('even-split-explained', {
  source: 'R19, R38',
  clearedBy: 'town-leader',
  weight: 'warn',
  judgesInput: true,
  check: (c) => {
    const limit = policyOn(c.programme, c.today)?.policy.evenSplitPermille ?? 1000;
    const have = c.sheet?.modalPermille ?? 0;
    return have <= limit || given(c).evenSplitExplanation !== undefined || { have, limit };
  },
});

export const leaderNotSigner = rule<SummaryContext<SealSummaryInput>>('leader-not-signer', {
  source: 'R38',
  clearedBy: 'nobody',
  weight: 'mark',
  judgesInput: true,
  check: ({ cases, actor }) =>
    eachCase(
      cases,
      ({ folded }) => folded.data.signatures.town?.actorId !== actor.id || { signer: actor.id },
    ),
});

export const receiptUnique = rule<SummaryContext<ReceiveSummaryInput>>('receipt-number', {
  source: 'R23',
  clearedBy: 'bureau',
  judgesInput: true,
  check: (c) => {
    const { heldBy } = c.receiptClaim;
    if (given(c).receiptNo === '') return { missing: ['receiptNo'] };
    return heldBy === '' || { have: given(c).receiptNo, heldBy };
  },
});

export const drawSummary = officeCommand<SummaryContext<DrawSummaryInput>>('drawSummary', {
  on: 'summary',
  by: ['town-cadre'],
  gather: gatherSummary(),
  rules: [entriesCadreSigned, notUnderSeal],
  record: (c) => {
    const entries = c.cases.map(({ caseId, folded }): SummaryEntry => {
      const { planVersion, contentHash: hash, subsidyFen, rewardFen } = currentPlan(folded.data)!;
      return { caseId, planVersion, contentHash: hash, subsidyFen, rewardFen };
    });
    const no = c.summary.sheets.length + 1;
    const sheet = {
      year: c.year,
      town: c.town,
      no,
      kind: no === 1 ? ('main' as const) : ('supplement' as const),
      entries,
      subsidySumFen: sumFen(entries.map((entry) => entry.subsidyFen)),
      rewardSumFen: sumFen(entries.map((entry) => entry.rewardFen)),
      modalPermille: modalPermille(entries),
    };
    return { subject: [summaryFact('SummaryDrawn', { ...sheet, hash: contentHash(sheet) })] };
  },
});

export const voidSummary = officeCommand<SummaryContext<SheetInput & { readonly reason: Sealed }>>(
  'voidSummary',
  {
    on: 'summary',
    by: ['town-leader'],
    gather: gatherSummary(),
    rules: [
      rule('not-received', {
        source: 'R38',
        clearedBy: 'nobody',
        kind: 'stage',
        judgesInput: true,
        check: (c) => {
          const status = c.sheet?.status ?? 'unknown';
          return ['drawn', 'sealed', 'submitted'].includes(status) || { no: given(c).no, status };
        },
      }),
    ],
    record: (c) => ({
      subject: [summaryFact('SummaryVoided', { no: given(c).no, reason: given(c).reason })],
    }),
  },
);

export const sealSummary = officeCommand<SummaryContext<SealSummaryInput>>('sealSummary', {
  on: 'summary',
  by: ['town-leader'],
  gather: gatherSummary(),
  rules: [
    sheetInStatus<SealSummaryInput>('summary-unsealed', 'drawn', 'town-cadre'),
    entriesCurrent,
    notUnderSeal,
    manifestMatches,
    evenSplitExplained,
    leaderNotSigner,
  ],
  record: (c) => {
    const { no, hash, method, ...seal } = given(c);
    const signature = { signer: c.actor.id, method, attestationId: 'R38', contentHash: hash };
    return { subject: [summaryFact('SummarySealed', { no, hash, signature, ...seal })] };
  },
});

export const submitSummary = officeCommand<SummaryContext<SheetInput>>('submitSummary', {
  on: 'summary',
  by: ['town-cadre'],
  gather: gatherSummary(),
  rules: [sheetInStatus('summary-sealed', 'sealed', 'town-leader')],
  record: (c) => ({
    subject: [summaryFact('SummarySubmitted', { no: given(c).no, submittedOn: paperDay(c) })],
  }),
});

export const receiveSummary = officeCommand<SummaryContext<ReceiveSummaryInput>>('receiveSummary', {
  on: 'summary',
  by: ['bureau'],
  gather: gatherSummary(),
  rules: [sheetInStatus<ReceiveSummaryInput>('summary-submitted', 'submitted', 'town-cadre'), receiptUnique],
  record: (c) => {
    const { no, receiptNo } = given(c);
    const listed = c.sheet!.entries.map((entry) => entry.caseId);
    const returned = listed.filter((caseId) => given(c).returned.includes(caseId));
    const filed = listed.filter((caseId) => !returned.includes(caseId));
    const claimed = claimFact('Claimed', { by: `summary-${c.subjectId}`, reason: 'receipt' });
    return {
      takes: [{ stream: `claim-${receiptClaim(c.year, receiptNo)}`, facts: [claimed] }],
      subject: [summaryFact('SummaryReceived', { no, receiptNo, receivedOn: paperDay(c), filed, returned })],
    };
  },
});

function paperDay(c: OfficeContext): IsoDate {
  return c.paperOn ?? c.today;
}
