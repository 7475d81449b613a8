import { v5 as uuidV5 } from 'uuid';

/** Every command id of the season is made from this and what the command is about, so a season can be told again. */
const SEASON_ID = '6f1f6a3e-7a55-5d0c-9b53-2f0d2f5f2024';

export interface Answer {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly stage: string;
}

export interface RefusalTold {
  readonly rule: string;
  readonly detail?: unknown;
}

/** The server said no. */
export class Declined extends Error {
  constructor(
    what: string,
    readonly status: number,
    readonly problem: { readonly refusals?: readonly RefusalTold[] },
  ) {
    super(`${what} answered ${status}: ${JSON.stringify(problem)}`);
  }
}

export interface Post {
  readonly by: string;
  readonly path: string;
  readonly body: object;
  /** Tells apart what one person posts to one path: a household's code, or a second draft. */
  readonly again?: string;
  /** The revision on the actor's screen; left out for a subject that does not exist yet. */
  readonly revision?: number;
}

export interface Upload extends Pick<Post, 'by' | 'path'> {
  /** The form's field that carries the file. */
  readonly field: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

/** The season's people at their screens, a session for each person. */
export interface Office {
  /** Gives a command. Throws `Declined` when the server says no. */
  post<Reply = Answer>(post: Post): Promise<Reply>;
  get<View>(by: string, path: string): Promise<View>;
  /** Sends a file. Throws `Declined` when the server says no. */
  upload<Reply>(upload: Upload): Promise<Reply>;
  /** Introduces a person under the key of the staff file. */
  know(key: string, staffId: string): void;
  idOf(key: string): string;
  close(): void;
}

/** The command id of a season's request: the same request of another season of these files has the same one. */
export function commandIdOf({ path, by, again = '', revision }: Omit<Post, 'body'>): string {
  return uuidV5(`${path} ${by} ${again} ${revision ?? ''}`, SEASON_ID);
}

/** The people of the staff file by their keys. */
export function createStaffBook(): Pick<Office, 'know' | 'idOf'> {
  const staffIds = new Map<string, string>();
  return {
    know: (key, staffId) => void staffIds.set(key, staffId),
    idOf(key) {
      const staffId = staffIds.get(key);
      if (!staffId) throw new Error(`nobody is known as ${key}`);
      return staffId;
    },
  };
}
