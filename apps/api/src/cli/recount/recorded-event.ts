/** A JSON object whose members nobody has looked at yet. */
export type Members = Readonly<Record<string, unknown>>;

/** One line of the export: an event as it stands in the store. */
export interface RecordedEvent {
  readonly position: string;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Members;
  readonly metadata: Members;
}

/** What is not as an auditor can read it. It becomes a finding of its own and ends no recount. */
export class Unreadable extends Error {}

export function parseEvent(line: string): RecordedEvent {
  const event = parsed(line);
  const { position } = event;
  return {
    position: typeof position === 'number' ? String(position) : textIn(event, 'position'),
    stream: textIn(event, 'stream'),
    revision: countIn(event, 'revision'),
    id: textIn(event, 'id'),
    type: textIn(event, 'type'),
    data: objectIn(event, 'data'),
    metadata: objectIn(event, 'metadata'),
  };
}

// A missing number would make every comparison false and so pass unseen: each member is asked for by kind.

/** An amount in fen or a count: a whole number, not below zero. */
export function countIn(members: Members, name: string): number {
  const value = members[name];
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new Unreadable(`${name} is no whole number: ${JSON.stringify(value)}`);
}

export function countOr(members: Members, name: string, otherwise: number): number {
  return members[name] === undefined ? otherwise : countIn(members, name);
}

export function textIn(members: Members, name: string): string {
  const value = members[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Unreadable(`${name} is no text: ${JSON.stringify(value)}`);
}

export function objectIn(members: Members, name: string): Members {
  return asObject(members[name], name);
}

export function objectsIn(members: Members, name: string): readonly Members[] {
  const value = members[name];
  if (!Array.isArray(value)) throw new Unreadable(`${name} is no list: ${JSON.stringify(value)}`);
  return value.map((member: unknown) => asObject(member, name));
}

function asObject(value: unknown, name: string): Members {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Members;
  throw new Unreadable(`${name} is no object: ${JSON.stringify(value)}`);
}

function parsed(line: string): Members {
  try {
    return asObject(JSON.parse(line), 'the line');
  } catch (error) {
    if (error instanceof SyntaxError) throw new Unreadable('the line is no JSON');
    throw error;
  }
}
