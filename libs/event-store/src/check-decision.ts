import { jsonProblem } from './check-json';
import { BadEvent, EventTooLarge } from './errors';
import type { Decision, NewEvent, StreamAppend, StreamRevision } from './event-store';
import { isStreamName } from './stream-name';

/** A new event that passed every check, in the form in which it is stored. */
export interface CheckedEvent {
  /** In lower case, as EventStoreDB gives ids back. */
  readonly id: string;
  readonly type: string;
  /** JSON text, exactly as it will stand in the store. */
  readonly data: string;
  /** JSON text, exactly as it will stand in the store. */
  readonly metadata: string;
}

/** The events for one stream. */
export interface CheckedAppend {
  readonly stream: string;
  readonly expectedRevision: number;
  readonly events: readonly CheckedEvent[];
}

/** A decision that every store can take. */
export interface CheckedDecision {
  /** In the order in which they are stored: takes, subject, gives. */
  readonly appends: readonly CheckedAppend[];
  readonly subject: CheckedAppend;
  readonly unchanged: readonly StreamRevision[];
}

// EventStoreDB up to 25.0 takes 1 MiB an append. The embedded store keeps to it so that they can be exchanged.
const appendBytesMax = 1024 * 1024;

const uuidPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nilUuid = '00000000-0000-0000-0000-000000000000';

/** Checks a decision before any call to a store. Throws `BadEvent` or `EventTooLarge`. */
export function checkDecision(decision: Decision): CheckedDecision {
  const subject = checkAppend(decision.subject);
  const appends = [...decision.takes.map(checkAppend), subject, ...decision.gives.map(checkAppend)];
  for (const { stream, revision } of decision.unchanged) checkStream(stream, revision);
  assertOnce(
    'stream',
    [...appends, ...decision.unchanged].map(({ stream }) => stream),
  );
  assertOnce(
    'event id',
    appends.flatMap((append) => append.events.map(({ id }) => id)),
  );
  return { appends, subject, unchanged: decision.unchanged };
}

function checkAppend({ stream, expectedRevision, events }: StreamAppend): CheckedAppend {
  checkStream(stream, expectedRevision);
  if (events.length === 0) throw new BadEvent(`The append to ${stream} holds no event.`);
  const checked = events.map((event) => checkEvent(stream, event));
  const sizeBytes = checked.reduce((sum, event) => sum + eventBytes(event), 0);
  if (sizeBytes > appendBytesMax) throw new EventTooLarge(stream, sizeBytes, appendBytesMax);
  return { stream, expectedRevision, events: checked };
}

function checkStream(stream: string, revision: number): void {
  if (!isStreamName(stream)) throw new BadEvent(`"${stream}" is not a stream name.`);
  if (!Number.isSafeInteger(revision) || revision < -1) {
    throw new BadEvent(`${revision} is not a revision of ${stream}.`);
  }
}

function checkEvent(stream: string, event: NewEvent): CheckedEvent {
  const id = event.id.toLowerCase();
  if (!uuidPattern.test(id) || id === nilUuid) throw new BadEvent(`"${event.id}" is not an event id.`);
  // EventStoreDB keeps types with a dollar sign for itself and its filters drop them.
  if (event.type === '' || event.type.startsWith('$') || jsonProblem(event.type) !== undefined) {
    throw new BadEvent(`"${event.type}" is not an event type.`);
  }
  const at = `${event.type} for ${stream}`;
  return {
    id,
    type: event.type,
    data: jsonText(event.data, `The data of ${at}`),
    metadata: jsonText(event.metadata, `The metadata of ${at}`),
  };
}

function jsonText(value: unknown, name: string): string {
  const problem = jsonProblem(value);
  if (problem !== undefined) throw new BadEvent(`${name} cannot be stored: ${problem}.`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadEvent(`${name} must be an object.`);
  }
  return JSON.stringify(value);
}

/** Counts as EventStoreDB does, where a type is measured in characters of two bytes. */
function eventBytes(event: CheckedEvent): number {
  return Buffer.byteLength(event.data) + Buffer.byteLength(event.metadata) + 2 * event.type.length;
}

function assertOnce(what: string, names: readonly string[]): void {
  if (new Set(names).size === names.length) return;
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  throw new BadEvent(`The decision names the ${what} ${twice} twice.`);
}
