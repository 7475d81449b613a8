import { recount } from '../recount';
import type { Invariant, Problem } from '../problem';
import { cleanHistory } from './clean-history';
import { asText, recorded, told, type Line, type Payload, type Told } from './told';

/** A history under the hands of someone who plants one fault in it. */
export interface Plot {
  readonly history: Told[];
  /** The event's payload, to be changed in place. */
  data(stream: string, type: string, nth?: number): Payload;
  event(stream: string, type: string, nth?: number): Told;
  remove(stream: string, type: string, nth?: number): void;
  /** Puts a new event right before another one. */
  before(stream: string, type: string, added: Told): void;
  after(stream: string, type: string, added: Told): void;
  append(stream: string, type: string, data?: Payload): void;
}

/** What it breaks, words of the finding, and the hand that plants it. */
export type Fault = readonly [invariant: Invariant, message: string, plant: (plot: Plot) => void];

/** One test a fault: a check that cannot fail is worth nothing. */
export function findsFaults(where: string, faults: readonly Fault[], historyOf = cleanHistory): void {
  describe(`a fault in ${where} is found`, () => {
    test.each(faults)('%s: %s', async (invariant, message, plant) => {
      expect(await problemsAfter(plant, historyOf())).toContainEqual(
        expect.objectContaining({ invariant, message: expect.stringContaining(message) }),
      );
    });
  });
}

/** What the recount finds in a clean history once a fault is planted, hashes made anew. */
export async function problemsAfter(
  plant: (plot: Plot) => void,
  history = cleanHistory(),
): Promise<readonly Problem[]> {
  plant(plotOf(history));
  return (await recount(asText(recorded(history)))).problems;
}

/** What it finds once the record itself was meddled with, hashes left as they were. */
export async function problemsAfterMeddling(meddle: (lines: Line[]) => void): Promise<readonly Problem[]> {
  const lines = recorded(cleanHistory());
  meddle(lines);
  return (await recount(asText(lines))).problems;
}

export function plotOf(history: Told[]): Plot {
  const indexOf = (stream: string, type: string, nth = 0): number => {
    const found = [...history.entries()].filter(
      ([, event]) => event.stream === stream && event.type === type,
    );
    const entry = found.at(nth);
    if (!entry) throw new Error(`The history holds no ${type} number ${nth} in ${stream}.`);
    return entry[0];
  };
  const event: Plot['event'] = (stream, type, nth) => history[indexOf(stream, type, nth)]!;
  return {
    history,
    event,
    data: (stream, type, nth) => event(stream, type, nth).data,
    remove: (stream, type, nth) => void history.splice(indexOf(stream, type, nth), 1),
    before: (stream, type, added) => void history.splice(indexOf(stream, type), 0, added),
    after: (stream, type, added) => void history.splice(indexOf(stream, type) + 1, 0, added),
    append: (stream, type, data) => void history.push(told(stream, type, data)),
  };
}

/** The members of a payload's list or object, to be changed in place. */
export const within = (data: Payload, name: string): Payload => data[name] as Payload;
export const rowOf = (data: Payload, name: string, index = 0): Payload => (data[name] as Payload[])[index]!;
