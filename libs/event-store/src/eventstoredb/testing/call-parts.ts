import type { EventLog } from './event-log';
import type { CallInfo, Fault, Script } from './faults';

/** What the handlers of calls are made of. */
export interface CallParts {
  readonly log: EventLog;
  readonly script: Script;
  /** Breaks the connection that a call came over; the peer is its address and port. */
  readonly drop: (peer: string) => void;
  /** Counts calls that were begun and not ended. */
  readonly open: { calls: number };
}

/** The fault that befalls a call; a slow answer has been waited for already. */
export async function faultOf({ script }: CallParts, info: CallInfo): Promise<Fault | undefined> {
  const fault = script.next(info);
  if (fault?.kind !== 'slow') return fault;
  await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  return undefined;
}
