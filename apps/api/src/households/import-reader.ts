import { HOUSEHOLD_COLUMNS, readRoster, type Roster, type TextEncoding } from '@yihu/documents';

/** Long enough to look at a dry run and then import, or to send one file for one town after another. */
const REMEMBERED_MS = 60_000;

/** Reads a roster by the hash of its content. */
export type RosterReader = (
  contentHash: string,
  bytes: Buffer,
  encoding: TextEncoding | undefined,
) => Promise<Roster>;

/** A reader that remembers, for a while, the last roster it read: a dry run and its import read the file once. */
export function createRosterReader(): RosterReader {
  let last: { readonly key: string; readonly roster: Promise<Roster> } | undefined;
  return (contentHash, bytes, encoding) => {
    const key = `${contentHash} ${encoding ?? ''}`;
    if (last?.key === key) return last.roster;
    const read = { key, roster: readRoster(bytes, { columns: HOUSEHOLD_COLUMNS, encoding }) };
    last = read;
    const forget = () => {
      if (last === read) last = undefined;
    };
    setTimeout(forget, REMEMBERED_MS).unref();
    read.roster.catch(forget);
    return read.roster;
  };
}
