import type { Answer } from './answer';
import { createCollector, type CollectorLimits } from './collector';
import { commitBatch, type BatchParts, type WaitingCommand } from './commit-batch';
import { judge } from './judge';
import type { KnownStream } from './known-stream';
import { askingOf, type Loader } from './loader';
import { createReadingView } from './reading-view';
import type { CommandCall } from './request';
import { driveLater } from './steps';
import { loading } from './view';

/** What commands are settled with on a store that commits several at once. */
export type SettlingParts = BatchParts & { readonly loader: Loader };

/** Settles commands in batches, each command once the streams that it touches are loaded. */
export function createBatchSettler(
  parts: SettlingParts,
  limits: CollectorLimits,
): (call: CommandCall) => Promise<Answer> {
  const collector = createCollector<WaitingCommand>(limits, (batch) => commitBatch(parts, batch));
  return async (call) => {
    collector.expect();
    // Whoever worked on a subject touched its other streams too. Should one be missing after all, the batch
    // reads it; judging every command twice would cost more.
    if (!parts.cache.get(call.stream)) await loadStreamsOf(call, parts);
    return new Promise<Answer>((resolve, reject) => collector.add({ call, resolve, reject }));
  };
}

/**
 * Judges the command for no other reason than to load what it touches, so that the batch need not wait.
 * Nothing depends on it: whatever goes wrong here goes wrong again in the batch, which gives the answer.
 */
async function loadStreamsOf(call: CommandCall, parts: SettlingParts): Promise<void> {
  const { rulebook, cache, loader } = parts;
  const view = createReadingView(cache);
  const rehearsal = { subjectRevision: undefined, touched: new Map<string, KnownStream>() };
  try {
    const judging = loading(view, () => judge(rulebook, call, view, rehearsal));
    await driveLater(judging, askingOf(loader, loader.loadOnce));
  } catch {
    return;
  }
}
