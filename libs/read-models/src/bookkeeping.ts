import { integer, table, text, type RowOf } from './table';

/** The last revision of every stream that was projected: the next event must be exactly one higher. */
export const streamRevisionTable = table(
  'stream_revisions',
  { stream: text, revision: integer },
  { key: ['stream'] },
);

/** One row: the last event delivered. It is stored with the rows that the event changed. */
export const checkpointTable = table(
  'checkpoint',
  { name: text, position: text, eventId: text },
  { key: ['name'] },
);

export const CHECKPOINT_NAME = 'last';

export type Checkpoint = RowOf<typeof checkpointTable>;
export type StreamRevisionRow = RowOf<typeof streamRevisionTable>;
