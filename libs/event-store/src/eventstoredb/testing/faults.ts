/** A call as the script of faults knows it. */
export interface CallInfo {
  readonly on: 'append' | 'batch' | 'read' | 'read-all' | 'subscribe' | 'features';
  /** The stream of an append or a read; '' where there is none. */
  readonly stream: string;
}

/** What befalls a call. */
export type Fault =
  /** No answer, before or after the append is on the disk. */
  | { readonly kind: 'silence'; readonly commits: boolean }
  | { readonly kind: 'slow'; readonly delayMs: number }
  /** The client's connection breaks, before or after the append is on the disk. */
  | { readonly kind: 'drop'; readonly commits: boolean }
  | { readonly kind: 'not-leader'; readonly host: string; readonly port: number }
  | { readonly kind: 'not-ready' }
  /** The server gives up, though the append may be on its disk. */
  | { readonly kind: 'timeout'; readonly commits: boolean }
  | { readonly kind: 'access-denied' }
  | { readonly kind: 'unauthenticated' }
  /** The call ends well without its answer. */
  | { readonly kind: 'half-closed'; readonly commits: boolean }
  /** A batch append is answered behind the one after it, or twice. */
  | { readonly kind: 'late-answer' }
  | { readonly kind: 'double-answer' }
  /** A subscription is dropped after so many events. */
  | { readonly kind: 'too-slow'; readonly afterEvents: number };

/** A line of the script: which calls it befalls, how many of them are spared first, and how often it strikes. */
export interface ScriptLine {
  readonly on: CallInfo['on'];
  readonly streamPrefix?: string;
  readonly skip?: number;
  /** Once by default. */
  readonly times?: number;
  readonly fault: Fault;
}

/** The script that a server plays. */
export function createScript() {
  let struck = 0;
  let lines: { readonly line: ScriptLine; skip: number; times: number }[] = [];
  return {
    add(...added: readonly ScriptLine[]): void {
      lines.push(...added.map((line) => ({ line, skip: line.skip ?? 0, times: line.times ?? 1 })));
    },
    /** How many faults have struck so far. */
    get struck(): number {
      return struck;
    },
    clear(): void {
      lines = [];
    },
    /** What befalls this call, if anything. */
    next({ on, stream }: CallInfo): Fault | undefined {
      const found = lines.find(
        ({ line, times }) => times > 0 && line.on === on && stream.startsWith(line.streamPrefix ?? ''),
      );
      if (!found) return undefined;
      if (found.skip > 0) {
        found.skip -= 1;
        return undefined;
      }
      found.times -= 1;
      struck += 1;
      return found.line.fault;
    },
  };
}

export type Script = ReturnType<typeof createScript>;
