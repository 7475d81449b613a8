import { derivedId } from '@yihu/engine';

/** The name under which the ids of imports are made. */
const IMPORTS = '3f0b7a52-8d7e-5a0c-9d53-6f2c1b7e4a90';

/** What an import is about, beside the file. */
export interface ImportAim {
  readonly importId: string;
  /** SHA-256 of the file. */
  readonly contentHash: string;
  readonly actorId: string;
  readonly year: number;
  readonly town: string | undefined;
}

/** The id of an import: the same content for the same year and town is the same import, whoever sends it. */
export function importIdOf(contentHash: string, year: number, town: string | undefined): string {
  return derivedId(IMPORTS, `${contentHash} ${year} ${town ?? ''}`);
}
