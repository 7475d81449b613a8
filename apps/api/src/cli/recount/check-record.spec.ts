import { problemsAfterMeddling } from './testing/plant';
import type { Invariant } from './problem';
import type { Line } from './testing/told';

const MAIN = 'case-2024-main';

describe('a fault in the record itself is found', () => {
  const MEDDLINGS: readonly (readonly [
    invariant: Invariant,
    message: string,
    meddle: (lines: Line[]) => void,
  ])[] = [
    [
      'revisions',
      'revision 2 stands where 1 belongs',
      (lines) => void lines.splice(lineAt(lines, MAIN, 1), 1),
    ],
    [
      'revisions',
      'revision 0 stands where 1 belongs',
      (lines) => (lines[lineAt(lines, MAIN, 1)]!.revision = 0),
    ],
    [
      'hash-chain',
      'is not the one that was hashed',
      (lines) => (lines[lineAt(lines, MAIN, 0)]!.data['village'] = 'x'),
    ],
    ['hash-chain', 'is not the one', (lines) => (lines[lineAt(lines, MAIN, 0)]!.metadata['actorId'] = 'x')],
    [
      'hash-chain',
      'is not the one',
      (lines) => (lines[lineAt(lines, MAIN, 0)]!.metadata['previousHash'] = 'x'),
    ],
    ['event-ids', 'the id event-1 was used before', (lines) => (lines[9]!.id = 'event-1')],
    [
      'recorded-at',
      'recorded at 2024-02-29',
      (lines) => (lines[9]!.metadata['recordedAt'] = '2024-02-29T23:59:59.999Z'),
    ],
    [
      'recorded-at',
      'no UTC time',
      (lines) => (lines[9]!.metadata['recordedAt'] = '2024-03-01T08:00:00+08:00'),
    ],
    ['recorded-at', 'no UTC time', (lines) => (lines[9]!.metadata['recordedAt'] = 7)],
  ];

  test.each(MEDDLINGS)('%s: %s', async (invariant, message, meddle) => {
    expect(await problemsAfterMeddling(meddle)).toContainEqual(
      expect.objectContaining({ invariant, message: expect.stringContaining(message) }),
    );
  });

  function lineAt(lines: readonly Line[], stream: string, revision: number): number {
    return lines.findIndex((line) => line.stream === stream && line.revision === revision);
  }
});
