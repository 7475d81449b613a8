import type { StoredEvent } from '@yihu/event-store';
import { openDecisions, openDecisionTable, type OpenDecisionRow } from './open-decisions';
import type { Rows } from './read-model';

const TAKEN = 'ledger-2024-500112140';
const SUBJECT = 'payment-1';
const GIVEN = 'case-2024-h1';
const streams = [TAKEN, SUBJECT, GIVEN];

const eventOf = (stream: string, other: Partial<StoredEvent> = {}): StoredEvent => ({
  position: '1',
  stream,
  revision: 0,
  id: 'id',
  type: 'TrancheAuthorised',
  data: {},
  metadata: { commandId: 'c1', decisionStreams: streams, subjectStream: SUBJECT },
  ...other,
});

const fence = (stream: string) =>
  eventOf(stream, { type: 'DecisionAbandoned', data: { commandId: 'c1' }, metadata: { commandId: 'c2' } });

/** What stands of the decision after some events. */
function after(...events: readonly StoredEvent[]): OpenDecisionRow | undefined {
  const rows = new Map<string, object>();
  const page: Rows = {
    get: <Row extends object>(_table: unknown, ...key: readonly (string | number)[]) =>
      rows.get(key.join(' ')) as Row | undefined,
    put: (_table, row) => void rows.set((row as OpenDecisionRow).commandId, row),
  };
  for (const event of events) openDecisions.project(event, page);
  return page.get(openDecisionTable, 'c1');
}

it.each([
  ['its first stream', [TAKEN], [SUBJECT, GIVEN]],
  ['its subject', [TAKEN, SUBJECT], [GIVEN]],
  ['its subject, several times', [TAKEN, SUBJECT, SUBJECT], [GIVEN]],
  ['all its streams', streams, []],
])('a decision that was seen in %s lacks the others, and is open while it does', (_in, seen, missing) => {
  expect(after(...seen.map((stream) => eventOf(stream)))).toEqual({
    commandId: 'c1',
    subjectStream: SUBJECT,
    streams: JSON.stringify(missing.length > 0 ? streams : []),
    missing: JSON.stringify(missing),
    isOpen: missing.length > 0 ? 1 : 0,
  });
});

it('a decision is over when its subject is closed to it', () => {
  expect(after(eventOf(TAKEN), fence(SUBJECT))).toMatchObject({ missing: '[]', isOpen: 0 });
});

it('a stream that is closed to a decision is no longer waited for, and the others are', () => {
  expect(after(eventOf(TAKEN), fence(GIVEN))).toMatchObject({
    missing: JSON.stringify([SUBJECT]),
    isOpen: 1,
  });
  expect(after(eventOf(TAKEN), eventOf(SUBJECT), fence(GIVEN))).toMatchObject({ isOpen: 0 });
});

it('a decision whose streams land together, and one that nobody saw begin, leave no row', () => {
  const together = eventOf(TAKEN, { metadata: { commandId: 'c1', decisionStreams: streams } });
  expect(after(together, fence(SUBJECT))).toBeUndefined();
});
