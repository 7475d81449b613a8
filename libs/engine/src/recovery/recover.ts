import { setTimeout as pause } from 'node:timers/promises';
import { ABANDONED, type PartOf } from '../known-stream';
import { abandon, abandonIdOf } from './abandon';
import { TRIES_MAX, type RecoveryParts } from './append-part';
import { finish } from './finish';

const STEP_MS = 20;

/**
 * Mends a decision of which only a part landed. The subject tells which way: when it holds the decision, what is
 * still to be given is given; when it does not, it is closed to the decision first, and then what was taken is
 * given back. Several processes may do it at once, and again.
 *
 * `graceMs` is how long a decision may still land by itself. Throws the store's errors.
 */
export async function recover(parts: RecoveryParts, part: PartOf, now: string, graceMs = 0): Promise<void> {
  const { commandId, subjectStream } = part;
  if (now > parts.last.recordedAt) parts.last.recordedAt = now;
  await letLand(parts, part, graceMs);
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const subject = await parts.loader.load(subjectStream);
    const landedAt = subject.commands.get(commandId);
    if (landedAt === ABANDONED) return finish(parts, subjectStream, abandonIdOf(commandId));
    if (landedAt !== undefined) return finish(parts, subjectStream, commandId);
    await abandon(parts, part, subject);
  }
  throw new Error(`${subjectStream} never stood still for the decision ${commandId}.`);
}

async function letLand({ loader }: RecoveryParts, { commandId, subjectStream }: PartOf, graceMs: number) {
  for (let waitedMs = 0; waitedMs < graceMs; waitedMs += STEP_MS) {
    if ((await loader.load(subjectStream)).commands.has(commandId)) return;
    await pause(STEP_MS);
  }
}
