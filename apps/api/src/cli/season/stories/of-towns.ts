import type { CaseFacts, LedgerFacts, PaymentFacts, SummaryFacts } from '@yihu/domain';
import type { CaseHistory, Found, History } from './history';
import { factsOf, inOrder, told, type Scene, type Story } from './story';

const fact = factsOf<CaseFacts>();
const ofLedger = factsOf<LedgerFacts>();
const ofSummary = factsOf<SummaryFacts>();
const ofPayment = factsOf<PaymentFacts>();

const HASTE_MS = 4 * 60_000;
/** More than anyone reads in that time. */
const HASTY_SIGNATURES_MIN = 100;

/** What a town's money, papers and people show together. */
export const STORIES_OF_TOWNS: readonly Story[] = [
  { name: 'race', what: '最后的指标只够一户，后到的按余额重新商定', find: races },
  { name: 'even-split', what: '补助额过于平均，镇领导书面说明', find: evenSplits },
  { name: 'signed-in-haste', what: '一人四分钟内签字过百', find: hasty },
  { name: 'results-once', what: '银行回单只入账一次', find: resultsOnce },
];

/** Who was sent back for want of money, and who had got it just before. */
function races(history: History): readonly Scene[] {
  const noRoom = fact('PlanReturned', ({ reasonCode }) => reasonCode === 'quota-exceeded');
  return history.cases.flatMap((loser) => {
    const lost = inOrder(loser.facts, noRoom, fact('PlanDrafted'), fact('TownCadreSigned'));
    return lost ? [raceOf(history, loser, lost)] : [];
  });
}

function raceOf(history: History, loser: CaseHistory, lost: readonly Found[]): Scene {
  const [returned] = lost;
  const { year } = loser.facts[0]!.data as CaseFacts['CaseOpened'];
  const before = history
    .stream(`ledger-${year}-${loser.town}`)
    .filter(({ recordedAt }) => recordedAt < returned!.recordedAt);
  const won = before.findLast(ofLedger('MoneyReserved'))!;
  const wanted = loser.facts.findLast(
    (found) => fact('PlanDrafted')(found) && found.revision < returned!.revision,
  )!;
  const { subsidyFen, rewardFen } = wanted.data as CaseFacts['PlanDrafted'];
  return {
    town: loser.town,
    caseIds: [(won.data as LedgerFacts['MoneyReserved']).caseId, loser.caseId],
    facts: [won, ...lost].map(told),
    figures: { leftFen: roomFen(before), neededFen: subsidyFen + rewardFen },
  };
}

/** What a town could still promise after these facts of its ledger. */
function roomFen(facts: readonly Found[]): number {
  const reserved = new Map<string, number>();
  let allottedFen = 0;
  for (const { type, data } of facts) {
    if (type === 'QuotaAllotted') allottedFen = (data as LedgerFacts['QuotaAllotted']).amountFen;
    if (!['MoneyReserved', 'ReservationAdjusted', 'ReservationReleased'].includes(type)) continue;
    const { caseId, subsidyFen, rewardFen } = data as LedgerFacts['ReservationReleased'];
    const fen = subsidyFen + rewardFen;
    reserved.set(caseId, type === 'ReservationReleased' ? (reserved.get(caseId) ?? 0) - fen : fen);
  }
  return [...reserved.values()].reduce((room, fen) => room - fen, allottedFen);
}

function evenSplits(history: History): readonly Scene[] {
  const explained = ofSummary('SummarySealed', (data) => data.evenSplitExplanation !== undefined);
  return [...history.streams('summary').values()].flatMap((facts) =>
    facts.filter(explained).map((sealed) => {
      const { no } = sealed.data as SummaryFacts['SummarySealed'];
      const drawn = facts.find(ofSummary('SummaryDrawn', (data) => data.no === no))!;
      const { town, entries, modalPermille } = drawn.data as SummaryFacts['SummaryDrawn'];
      const caseIds = entries.map(({ caseId }) => caseId);
      return { town, caseIds, facts: [drawn, sealed].map(told), figures: { modalPermille } };
    }),
  );
}

/** Signatures at different moments: what was signed in one batch was looked at together. */
function hasty(history: History): readonly Scene[] {
  const signatures = history.cases.flatMap((each) =>
    each.facts
      .filter(fact('TownCadreSigned'))
      .map((found) => ({ each, found, atMs: Date.parse(found.recordedAt) })),
  );
  const signers = [...new Set(signatures.map(({ found }) => found.actorId))];
  return signers.flatMap((signer) => {
    const own = signatures.filter(({ found }) => found.actorId === signer);
    const moments = [...new Map(own.map((each) => [each.atMs, each])).values()].sort(
      (a, b) => a.atMs - b.atMs,
    );
    const runs = moments.map(({ atMs: fromMs }) =>
      moments.filter(({ atMs }) => atMs >= fromMs && atMs < fromMs + HASTE_MS),
    );
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), []);
    if (longest.length < HASTY_SIGNATURES_MIN) return [];
    const seconds = (longest.at(-1)!.atMs - longest[0]!.atMs) / 1000;
    return [
      {
        town: longest[0]!.each.town,
        caseIds: longest.map(({ each }) => each.caseId),
        facts: longest.map(({ found }) => told(found)),
        figures: { signatures: longest.length, seconds },
      },
    ];
  });
}

/** Of a file with returned payments, whatever was sent again has left nothing behind. */
function resultsOnce(history: History): readonly Scene[] {
  return [...history.streams('payment').values()].flatMap((facts) => {
    const imported = facts.filter(ofPayment('ResultsImported'));
    const hashes = imported.map(({ data }) => (data as PaymentFacts['ResultsImported']).fileHash);
    const returned = facts.filter(ofPayment('ItemReturned'));
    if (returned.length === 0 || new Set(hashes).size < hashes.length) return [];
    const { town, rows } = facts[0]!.data as PaymentFacts['BatchDrawn'];
    const numbers = returned.map(({ data }) => (data as PaymentFacts['ItemReturned']).row);
    const caseIds = rows.filter(({ row }) => numbers.includes(row)).map(({ caseId }) => caseId);
    return [
      { town, caseIds, facts: [...imported, ...returned].map(told), figures: { files: hashes.length } },
    ];
  });
}
