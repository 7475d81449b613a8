import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { RosterUnreadable } from './problem';

const ENTRIES_MAX = 300;
const INFLATED_BYTES_MAX = 80 * 1024 * 1024;
/** Small files may shrink as they like: a sheet of the same few words does. */
const RATIO_FREE_BYTES = 5 * 1024 * 1024;
const RATIO_MAX = 150;

const UNSAFE_PART = /vbaProject|externalLink|embeddings|activeX/i;
const MARKUP = /\.(xml|rels|vml)$/i;
const DOCTYPE = Buffer.from('<!DOCTYPE');

/**
 * Looks through a workbook before any reader sees it: inflates every part and counts what really comes out,
 * and refuses macros, links to other files and document types. Throws `RosterUnreadable`.
 */
export async function checkZip(bytes: Buffer): Promise<void> {
  const zip = await opened(bytes);
  let inflated = 0;
  for await (const entry of entriesOf(zip)) {
    if (UNSAFE_PART.test(entry.fileName)) throw new RosterUnreadable('workbook-unsafe');
    if (entry.isEncrypted()) throw new RosterUnreadable('workbook-old-or-locked');
    inflated += await inflatedBytes(zip, entry, INFLATED_BYTES_MAX - inflated);
  }
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  const zip = await damageNamed(fromBufferPromise(bytes, { lazyEntries: true }));
  if (zip.entryCount > ENTRIES_MAX) throw new RosterUnreadable('workbook-too-large');
  return zip;
}

async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  const entries = zip.eachEntry();
  for (;;) {
    const next = await damageNamed(entries.next());
    if (next.done) return;
    if (!next.value.fileName.endsWith('/')) yield next.value;
  }
}

async function inflatedBytes(zip: ZipFile, entry: Entry, room: number): Promise<number> {
  const chunks = (await damageNamed(zip.openReadStreamPromise(entry)))[Symbol.asyncIterator]();
  const isMarkup = MARKUP.test(entry.fileName);
  let count = 0;
  let tail: Buffer = Buffer.alloc(0);
  for (;;) {
    const next = await damageNamed(chunks.next() as Promise<IteratorResult<Buffer>>);
    if (next.done) return count;
    count += next.value.length;
    if (count > room || (count > RATIO_FREE_BYTES && count > RATIO_MAX * entry.compressedSize)) {
      await chunks.return?.();
      throw new RosterUnreadable('workbook-too-large');
    }
    if (!isMarkup) continue;
    if (Buffer.concat([tail, next.value]).includes(DOCTYPE)) throw new RosterUnreadable('workbook-unsafe');
    tail = next.value.subarray(-(DOCTYPE.length - 1));
  }
}

/** Whatever the zip reader objects to is damage. Its words are for programmers. */
async function damageNamed<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch {
    throw new RosterUnreadable('workbook-damaged');
  }
}
