import type { AccountBook, Books } from './books';
import { totalFen } from './money';
import { PASSED_STAGES, STAGES } from './stages';

export interface TownFigures {
  readonly town: string;
  readonly households: number;
  readonly allottedFen: number;
  /** What is promised now, the money already paid included. */
  readonly reservedFen: number;
  /** Subsidy of the first tranche, net of reversals. */
  readonly paidFirstFen: number;
  /** Subsidy of the second tranche, net of reversals. */
  readonly paidSecondFen: number;
  /** Reward, net of reversals. */
  readonly rewardFen: number;
}

/** What a report must come to as well, counted from the events alone. */
export interface Figures {
  readonly households: number;
  readonly events: number;
  /** Cases by the stage they ended in; all ten ids, zeros too. */
  readonly stages: Readonly<Record<string, number>>;
  /** Cases that were ever in each of the first six stages. */
  readonly reached: Readonly<Record<string, number>>;
  readonly towns: readonly TownFigures[];
}

export function figuresOf(books: Books, events: number): Figures {
  const cases = [...books.cases.values()].filter(({ place }) => place !== 'unopened');
  const towns = new Set([...cases, ...books.ledgers.values()].map(({ town }) => town));
  return {
    households: cases.length,
    events,
    stages: counted(STAGES, (stage) => cases.filter(({ place }) => place === stage).length),
    reached: counted(PASSED_STAGES, (stage) => cases.filter(({ reached }) => reached.has(stage)).length),
    towns: [...towns]
      .sort()
      .map((town) => townFigures(books, town, cases.filter((each) => each.town === town).length)),
  };
}

function townFigures(books: Books, town: string, households: number): TownFigures {
  const ledgers = [...books.ledgers.values()].filter((ledger) => ledger.town === town);
  const accounts = [...books.accounts.values()].filter(({ ledger }) => ledger.town === town);
  const sum = (of: (account: AccountBook) => number): number =>
    accounts.reduce((total, each) => total + of(each), 0);
  return {
    town,
    households,
    allottedFen: ledgers.reduce((total, { allotted }) => total + (allotted?.quotaFen ?? 0), 0),
    reservedFen: ledgers.reduce((total, { reserved }) => total + totalFen(reserved), 0),
    paidFirstFen: sum(({ paidFirst }) => paidFirst.subsidyFen),
    paidSecondFen: sum(({ paidSecond }) => paidSecond.subsidyFen),
    rewardFen: sum(({ paidFirst, paidSecond }) => paidFirst.rewardFen + paidSecond.rewardFen),
  };
}

function counted<Name extends string>(
  names: readonly Name[],
  count: (name: Name) => number,
): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, count(name)]));
}
