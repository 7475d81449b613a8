import { setTimeout as pause } from 'node:timers/promises';
import { ABANDONED, type PartOf } from '../known-stream';
import { abandon, abandonIdOf } from './abandon';
import { TRIES_MAX, type RecoveryParts } from './append-part';
import { finish, landedOf } from './finish';
import { openPart } from './open-part';

/** How long a decision that stands in the way may take to land by itself. */
export const GRACE_MS = 400;

const STEP_MS = 20;

/**
 * Mends a decision of which only a part landed. The subject tells which way: when it holds the decision, what is
 * still to be given is given; when it does not, it is closed to the decision first, and then what was taken is
 * given back. Several processes may do it at once, and again.
 *
 * `graceMs` is how long a decision may still land by itself. Throws the store's errors.
 */
export async function recover(parts: RecoveryParts, part: PartOf, now: string, graceMs = 0): Promise<void> {
  if (now > parts.last.recordedAt) parts.last.recordedAt = now;
  await mend(parts, part, graceMs, new Set());
}

/** `above` are the decisions for whose sake this one is mended. */
async function mend(parts: RecoveryParts, part: PartOf, graceMs: number, above: ReadonlySet<string>) {
  const { commandId, subjectStream } = part;
  await letLand(parts, part, graceMs);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const subject = await parts.loader.load(subjectStream);
    const landedAt = subject.commands.get(commandId);
    if (landedAt === ABANDONED) return finish(parts, subjectStream, abandonIdOf(commandId));
    if (landedAt === undefined) {
      await abandon(parts, part, subject);
      continue;
    }
    await mendOthers(parts, part, new Set([...above, commandId]));
    return finish(parts, subjectStream, commandId);
  }
  throw new Error(`${subjectStream} never stood still for the decision ${commandId}.`);
}

/** What is given is judged on what the streams hold, so that none of them may hold half of something else. */
async function mendOthers(
  parts: RecoveryParts,
  { commandId, subjectStream }: PartOf,
  above: ReadonlySet<string>,
) {
  const { gives = [] } = (await landedOf(parts, subjectStream, commandId)) ?? {};
  const streams = [subjectStream, ...gives.map(({ stream }) => stream)];
  // One that was taken back never reaches all its streams, and would be found again.
  const seen = new Set(above);
  for (;;) {
    const known = await Promise.all(streams.map((stream) => parts.loader.load(stream)));
    const isGiven = known.every(({ commands }) => commands.has(commandId));
    const touched = new Map(streams.map((stream, index) => [stream, known[index]!]));
    const other = isGiven ? undefined : openPart(touched, (id) => seen.has(id));
    if (!other) return;
    seen.add(other.commandId);
    await mend(parts, other, GRACE_MS, above);
  }
}

async function letLand({ loader }: RecoveryParts, { commandId, subjectStream }: PartOf, graceMs: number) {
  for (let waitedMs = 0; waitedMs < graceMs; waitedMs += STEP_MS) {
    if ((await loader.load(subjectStream)).commands.has(commandId)) return;
    await pause(STEP_MS);
  }
}
