import type { EventStore } from '@yihu/event-store';
import type { ProgrammeFacts } from '@yihu/domain';
import type { TownReport } from './report';

/** How the programme was closed; undefined while it is open. */
export type ProgrammeClosed = ProgrammeFacts['ProgrammeClosed'];

export async function closingOf(store: EventStore, year: number): Promise<ProgrammeClosed | undefined> {
  const { events } = await store.read(`programme-${year}`);
  return events.find(({ type }) => type === 'ProgrammeClosed')?.data as ProgrammeClosed | undefined;
}

/** What the closing says against what the towns say, in plain words. */
export function closingObjections(
  closed: ProgrammeClosed | undefined,
  towns: readonly TownReport[],
  households: number,
): readonly string[] {
  if (!closed) return ['the programme is not closed'];
  const sumOf = (fenOf: (town: TownReport) => number) => towns.reduce((sum, town) => sum + fenOf(town), 0);
  const pairs: readonly (readonly [what: string, said: number, counted: number])[] = [
    ['towns', closed.towns, towns.length],
    ['settled households', closed.settled, households],
    ['allotted fen', closed.allottedFen, sumOf(({ allottedFen }) => allottedFen)],
    ['paid fen', closed.paidFen, sumOf((town) => town.paidFirstFen + town.paidSecondFen + town.rewardFen)],
    ['fen paid and returned', closed.paidFen - closed.recoveredFen + closed.returnedFen, closed.allottedFen],
  ];
  return pairs
    .filter(([, said, counted]) => said !== counted)
    .map(
      ([what, said, counted]) => `the programme was closed with ${said} ${what}, and there are ${counted}`,
    );
}
