import { ledgerBook, policyAt, type Books, type Policy, type ProgrammeBook } from './books';
import { asAmounts, isSame, spoken, yuan } from './money';
import type { Problem, Report } from './problem';
import { countIn, objectIn, objectsIn, textIn, type Members, type RecordedEvent } from './recorded-event';

/** The document's own totals for the eleven towns (S21). */
const TOWN_COUNT = 11;
const HOUSEHOLD_COUNT = 1015;
const DISTRICT_QUOTA_FEN = 304_500_000;

/** Programme facts, and the allotments in the towns' ledgers: what the quotas rest on (A1, A2). */
export function checkProgramme(event: RecordedEvent, books: Books, report: Report): void {
  const { type, data } = event;
  if (type === 'QuotaAllotted') return checkQuota(event, books, report);
  if (!event.stream.startsWith('programme-')) return;
  if (type === 'ProgrammeOpened') {
    books.programmes.set(countIn(data, 'year'), {
      stream: event.stream,
      policies: [policyIn(objectIn(data, 'policy'), '')],
      allotted: new Map(),
      standards: new Map(),
      closed: false,
    });
    return;
  }
  if (type === 'DecisionAbandoned') return;
  const book = [...books.programmes].find(([, { stream }]) => stream === event.stream);
  if (!book) return report('A2', `${type} stands before the programme is opened`);
  const [year, programme] = book;
  switch (type) {
    case 'ProgrammeRevised':
      return revise(programme, data);
    case 'IncomeStandardSet':
      return setStandard(programme, data, report);
    case 'TownAllotted':
      return allot(programme, policyAt(books, year, textIn(event.metadata, 'recordedAt')), data, report);
    case 'RosterClosed':
      return checkRoster(programme, data, report);
  }
}

/** What can only be said of all towns together. */
export function closeProgrammes(books: Books, report: (problem: Problem) => void): void {
  for (const [year, programme] of books.programmes) {
    const ledgers = [...books.ledgers.values()].filter((ledger) => ledger.year === year && ledger.allotted);
    const found = (invariant: 'A1' | 'A2', message: string): void =>
      report({ invariant, stream: programme.stream, position: 'end', message });
    for (const ledger of ledgers) {
      if (!programme.allotted.has(ledger.town))
        found('A2', `${ledger.stream} has a quota that nobody allotted`);
    }
    for (const [town, households] of programme.allotted) {
      const lines = ledgers.find((ledger) => ledger.town === town)?.allotted;
      if (!lines) found('A2', `the allotment of ${town} never reached its ledger`);
      else checkLines(programme, town, households, lines, found);
    }
    if (programme.allotted.size !== TOWN_COUNT) continue;
    const households = [...programme.allotted.values()].reduce((sum, count) => sum + count, 0);
    const quotaFen = ledgers.reduce((sum, ledger) => sum + (ledger.allotted?.quotaFen ?? 0), 0);
    if (households !== HOUSEHOLD_COUNT)
      found('A2', `all towns have ${households} households, not ${HOUSEHOLD_COUNT}`);
    if (quotaFen !== DISTRICT_QUOTA_FEN)
      found('A1', `all quotas come to ${yuan(quotaFen)}, not ${yuan(DISTRICT_QUOTA_FEN)}`);
  }
}

export function standardKey(town: string, version: number): string {
  return `${town} ${version}`;
}

function checkLines(
  { policies }: ProgrammeBook,
  town: string,
  households: number,
  lines: { readonly subsidyFen: number; readonly rewardFen: number; readonly quotaFen: number },
  found: (invariant: 'A2', message: string) => void,
): void {
  // A later revision does not reach back to an allotment, so any version's basis may be the one it rests on.
  const rests = policies.some(({ basisSubsidyFen, basisRewardFen }) =>
    isSame(lines, asAmounts(basisSubsidyFen * households, basisRewardFen * households)),
  );
  if (!rests)
    found('A2', `the budget lines of ${town} are ${spoken(lines)}, not the basis times ${households}`);
  if (lines.quotaFen !== lines.subsidyFen + lines.rewardFen) {
    found('A2', `the quota of ${town} is ${yuan(lines.quotaFen)}, its lines ${spoken(lines)}`);
  }
}

function checkQuota({ stream, data }: RecordedEvent, books: Books, report: Report): void {
  const ledger = ledgerBook(books, stream);
  if (ledger.allotted) report('A2', 'the quota is allotted a second time');
  ledger.year = countIn(data, 'year');
  ledger.town = textIn(data, 'unit');
  const lines = asAmounts(countIn(data, 'subsidyLineFen'), countIn(data, 'rewardLineFen'));
  ledger.allotted = { ...lines, quotaFen: countIn(data, 'amountFen') };
}

function allot(programme: ProgrammeBook, policy: Policy | undefined, data: Members, report: Report): void {
  const [unit, households, quotaFen] = [
    textIn(data, 'unit'),
    countIn(data, 'households'),
    countIn(data, 'quotaFen'),
  ];
  if (programme.allotted.has(unit)) report('A2', `${unit} is allotted a second time`);
  programme.allotted.set(unit, households);
  const basisFen = (policy?.basisSubsidyFen ?? 0) + (policy?.basisRewardFen ?? 0);
  if (quotaFen !== basisFen * households) {
    report('A2', `${unit} is allotted ${yuan(quotaFen)}, not ${yuan(basisFen)} × ${households}`);
  }
}

function checkRoster({ allotted }: ProgrammeBook, data: Members, report: Report): void {
  const [unit, count] = [textIn(data, 'unit'), countIn(data, 'count')];
  const households = allotted.get(unit);
  if (count !== households)
    report('A2', `the roster of ${unit} has ${count} households, the allotment ${households}`);
}

function setStandard({ standards }: ProgrammeBook, data: Members, report: Report): void {
  const key = standardKey(textIn(data, 'unit'), countIn(data, 'standardVersion'));
  // A version set anew would change what signed plans rest on.
  if (standards.has(key)) report('A7', `standard ${key} is set a second time`);
  else standards.set(key, { basis: textIn(data, 'basis'), tiers: objectsIn(data, 'tiers') });
}

function revise(programme: ProgrammeBook, data: Members): void {
  const newest = programme.policies.at(-1);
  const changed = { ...newest, ...objectIn(data, 'changes') };
  programme.policies.push(policyIn(changed, textIn(data, 'effectiveOn')));
}

function policyIn(members: Members, effectiveOn: string): Policy {
  return {
    effectiveOn,
    subsidyCapFen: countIn(members, 'subsidyCapFen'),
    rewardCapFen: countIn(members, 'rewardCapFen'),
    basisSubsidyFen: countIn(members, 'basisSubsidyFen'),
    basisRewardFen: countIn(members, 'basisRewardFen'),
    pools: textIn(members, 'pools'),
  };
}
