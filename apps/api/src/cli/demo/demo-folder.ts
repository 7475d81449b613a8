import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder } from '@yihu/sql';
import type { DemoNotes } from '../../session/demo-notes';
import { CannotGoOn } from '../cannot-go-on';

const FORMAT = 1;
const MARKER = 'demo.json';

/** What a demo leaves in its folder. Whatever else stands there belongs to somebody else. */
const OURS =
  /^(demo\.json(\.new)?|lock\.db|master\.key|(events|read-models|vault)\.db)(-wal|-shm|-journal)?$/;

/** Written before the first event, and again after the last: without the notes a demo is not whole. */
interface Marker {
  readonly format: number;
  readonly households: number;
  readonly towns: number;
  readonly notes?: DemoNotes;
}

/** What a folder holds: nothing, a demo that can be served, or one that was cut short or is of another version. */
export type DemoFolder =
  | { readonly state: 'empty' }
  | { readonly state: 'whole'; readonly marker: Required<Marker> }
  | { readonly state: 'unfinished' };

/** Throws `CannotGoOn` for a folder that holds what no demo has left there. */
export function readDemoFolder(folder: string): DemoFolder {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  // Opening a folder makes its lock; nothing else has happened there.
  if (names.every((name) => name === 'lock.db')) return { state: 'empty' };
  if (!names.includes(MARKER)) {
    throw new CannotGoOn(
      `${folder} holds something that is not a demo; nothing there was touched. Give another --data-dir.`,
    );
  }
  const marker = markerIn(folder);
  if (marker?.format !== FORMAT || !marker.notes) return { state: 'unfinished' };
  return { state: 'whole', marker: marker as Required<Marker> };
}

/** A marker that cannot be read is one that was cut short. */
function markerIn(folder: string): Marker | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, MARKER), 'utf8')) as Marker;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Marks a folder as a demo's: from now on it may be emptied. */
export function markDemo(folder: string, marker: Omit<Marker, 'format'>): void {
  mkdirSync(folder, { recursive: true });
  const draft = join(folder, `${MARKER}.new`);
  writeFileSync(draft, `${JSON.stringify({ format: FORMAT, ...marker }, null, 2)}\n`);
  renameSync(draft, join(folder, MARKER));
}

/**
 * Removes a demo's files from its folder, the marker last, so that whoever is stopped half-way finds a demo and
 * not a stranger's folder. Throws `FolderLocked` while a server works there.
 */
export function emptyDemoFolder(folder: string): void {
  lockFolder(folder).release();
  const names = readdirSync(folder).filter((name) => OURS.test(name) && name !== MARKER);
  for (const name of [...names, MARKER]) rmSync(join(folder, name), { force: true });
}
