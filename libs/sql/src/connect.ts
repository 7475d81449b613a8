import Libsql from 'libsql';
import { CannotOpen } from './faults';

/** Opens a bare connection, whose parameters are not guarded yet, or throws `CannotOpen`. */
export function connect(file: string): Libsql.Database {
  try {
    return new Libsql(file);
  } catch (error) {
    throw new CannotOpen(file, error);
  }
}
