/** One line of the log, as JSON. No personal data is ever in it. */
export interface LogEntry {
  readonly event: string;
  readonly [detail: string]: string | number | readonly string[] | undefined;
}

export type Log = (entry: LogEntry) => void;

/** Writes each entry as a line of JSON, with the machine's time in front. */
export function logTo(stream: NodeJS.WritableStream): Log {
  return (entry) => void stream.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
}
