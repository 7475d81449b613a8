import { v5 } from 'uuid';

/** The id of something that a command makes: the same command and key give the same id, for ever. */
export function derivedId(commandId: string, key: string): string {
  return v5(key, commandId);
}
