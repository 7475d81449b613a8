import { listParkedStreams } from '@yihu/read-models';
import type { ServerParts } from '../server-parts';

/** The counts of a server in the text form that Prometheus reads. */
export async function metricsText({
  engine,
  projector,
  readModels,
  requestCount,
}: ServerParts): Promise<string> {
  const { commands, refusals, commits, batches, largestBatch, decideSeconds, commitSeconds } = engine.stats();
  const { eventCount, secondsProjecting, lagMs } = projector.stats();
  const parked = await listParkedStreams(readModels.database);
  const values: Readonly<Record<string, number>> = {
    yihu_requests_total: requestCount.requests,
    yihu_busy_seconds_total: requestCount.busySeconds,
    yihu_commands_total: commands,
    yihu_refusals_total: refusals,
    yihu_commits_total: commits,
    yihu_batches_total: batches,
    yihu_largest_batch: largestBatch,
    yihu_decide_seconds_total: decideSeconds,
    yihu_commit_seconds_total: commitSeconds,
    yihu_projected_events_total: eventCount,
    yihu_project_seconds_total: secondsProjecting,
    yihu_projector_lag_seconds: lagMs / 1000,
    yihu_parked_streams: parked.length,
  };
  return Object.entries(values)
    .map(
      ([name, value]) =>
        `# TYPE ${name} ${name.endsWith('_total') ? 'counter' : 'gauge'}\n${name} ${value}\n`,
    )
    .join('');
}
