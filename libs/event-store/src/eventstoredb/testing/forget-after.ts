import { readFileSync, writeFileSync } from 'node:fs';

/** Takes the file of a server back to what it held when the event at a position was the last. */
export function forgetAfter(file: string, position: bigint): void {
  let offset = 0;
  const kept: string[] = [];
  for (const text of readFileSync(file, 'utf8').split('\n')) {
    const last = Number(position) - offset;
    if (text === '' || last < 1) break;
    const line = JSON.parse(text) as { events?: unknown[] };
    kept.push(JSON.stringify({ ...line, ...(line.events && { events: line.events.slice(0, last) }) }));
    offset += Buffer.byteLength(text) + 1;
  }
  writeFileSync(file, kept.map((line) => `${line}\n`).join(''));
}
