import { StoreError } from '@yihu/event-store';
import { StoreMismatch } from '@yihu/read-models';
import { CannotOpen, FolderLocked, UnknownMigration } from '@yihu/sql';
import { KeyDamaged, MasterKeyDamaged, MasterKeyMismatch, MasterKeyMissing } from '@yihu/vault';
import { BadConfiguration } from '../configuration';
import { VaultLost } from '../data-folder';
import { CannotGoOn } from './cannot-go-on';

/** Failures whose messages tell the operator what to do. */
const CLEAR = [
  BadConfiguration,
  CannotGoOn,
  CannotOpen,
  FolderLocked,
  KeyDamaged,
  MasterKeyDamaged,
  MasterKeyMismatch,
  MasterKeyMissing,
  StoreError,
  StoreMismatch,
  UnknownMigration,
  VaultLost,
];

/** One line for a failure that an operator can mend, and everything we know about any other. */
export function explainFailure(error: unknown): string {
  if (CLEAR.some((each) => error instanceof each)) return (error as Error).message;
  const system = error as NodeJS.ErrnoException;
  if (system?.code === 'EADDRINUSE') return 'The port is in use by another process: set PORT to another.';
  if (system?.code === 'EACCES') return `Not allowed: ${system.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
