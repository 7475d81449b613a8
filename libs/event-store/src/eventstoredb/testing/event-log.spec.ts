import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventLog, type EventLog, type ExpectedRevision, type ProposedEvent } from './event-log';

let folder: string;
let log: EventLog;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yihu-log-'));
  log = openEventLog(join(folder, 'log'));
});
afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true, force: true });
});

const proposed = (count: number): ProposedEvent[] =>
  Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'Drafted',
    contentType: 'application/json',
    data: Buffer.from('{}'),
    metadata: Buffer.from('{}'),
  }));

const reopen = () => {
  log.close();
  log = openEventLog(join(folder, 'log'));
};

const success = (revision: number) => expect.objectContaining({ kind: 'success', revision }) as object;
const wrong = (current: number) => ({ kind: 'wrong-expected-version', current });
const deleted = { kind: 'stream-deleted' };

describe('what the server decides about an append (rows 1 to 8)', () => {
  const rows: readonly (readonly [string, number | 'soft' | 'hard', ExpectedRevision, object])[] = [
    ['1 never seen, any', 0, 'any', success(0)],
    ['1 never seen, no_stream', 0, 'no_stream', success(0)],
    ['1 never seen, exact', 0, 3, wrong(-1)],
    ['1 never seen, stream_exists', 0, 'stream_exists', wrong(-1)],
    ['2 tombstoned, any', 'hard', 'any', deleted],
    ['2 tombstoned, no_stream', 'hard', 'no_stream', deleted],
    ['3 softly deleted, stream_exists', 'soft', 'stream_exists', deleted],
    ['5 otherwise, any', 3, 'any', success(3)],
    ['5 otherwise, stream_exists', 3, 'stream_exists', success(3)],
    ['6 head above, exact, other ids', 3, 0, wrong(2)],
    ['6 head above, no_stream, other ids', 3, 'no_stream', wrong(2)],
    ['6 softly deleted, no_stream: revisions go on', 'soft', 'no_stream', success(3)],
    ['7 head below, exact', 3, 7, wrong(2)],
    ['8 head equal, exact', 3, 2, success(3)],
  ];

  it.each(rows)('%s', (_row, state, expected, outcome) => {
    if (state !== 0) log.append('case-1', 'no_stream', proposed(3));
    if (state === 'soft') log.softDelete('case-1');
    if (state === 'hard') log.tombstone('case-1');
    expect(log.append('case-1', expected, proposed(1))).toEqual(outcome);
  });

  it('6 a repeat is one by its ids alone, a leading part too, and a longer or another one is not', () => {
    const events = proposed(3);
    const first = log.append('case-1', 'no_stream', events);
    log.append('case-1', 2, proposed(2));
    const other = events.map((event) => ({ ...event, data: Buffer.from('{"other":1}') }));
    expect(log.append('case-1', 'no_stream', other)).toEqual(first);
    expect(log.append('case-1', 'no_stream', events.slice(0, 2))).toEqual(success(1));
    expect(log.append('case-1', 'no_stream', [...events, ...proposed(1)])).toEqual(wrong(4));
    expect(log.append('case-1', 0, events.slice(1))).toEqual(success(2));
    expect(log.read('case-1')).toHaveLength(5);
  });

  it('8 the same ids at the head are written again', () => {
    const events = proposed(1);
    log.append('case-1', 'no_stream', events);
    expect(log.append('case-1', 0, events)).toEqual(success(1));
    expect(log.read('case-1')).toHaveLength(2);
  });

  it('5 any knows a repeat only while the server remembers it, and doubles after a restart', () => {
    const events = proposed(1);
    expect(log.append('case-1', 'any', events)).toEqual(success(0));
    expect(log.append('case-1', 'any', events)).toEqual(success(0));
    reopen();
    expect(log.append('case-1', 'any', events)).toEqual(success(1));
  });
});

it('a restart finds everything but a torn last line', () => {
  log.append('case-1', 'no_stream', proposed(2));
  log.append('case-1', 1, proposed(1));
  const before = log.all;
  appendFileSync(join(folder, 'log'), '{"stream":"case-1","revision":3,"crea');
  reopen();
  expect(log.all).toEqual(before);
  expect(log.append('case-1', 2, proposed(1))).toEqual(success(3));
  const positions = log.all.map(({ position }) => position);
  expect([...positions].sort((a, b) => (a < b ? -1 : 1))).toEqual(positions);
});
