import type { Decision, NewEvent, StreamAppend } from '../event-store';

/** The streams of the numbered decision, in the order in which they are appended. */
export function crashStreams(number: number): readonly [take: string, subject: string, give: string] {
  return [`ledger-crash-${number}`, `case-crash-${number}`, `claim-crash-${number}`];
}

/** How many events each stream of a numbered decision gets. */
export const crashEventCount = 3;

/** A decision over three new streams whose ids follow from its number, so that anyone can repeat it. */
export function crashDecision(number: number): Decision {
  const appends = crashStreams(number).map((stream, index): StreamAppend => {
    const events = Array.from({ length: crashEventCount }, (_, revision) =>
      crashEvent(number, index, revision),
    );
    return { stream, expectedRevision: -1, events };
  });
  const [take, subject, give] = appends as [StreamAppend, StreamAppend, StreamAppend];
  return { takes: [take], subject, gives: [give], unchanged: [] };
}

function crashEvent(number: number, stream: number, revision: number): NewEvent {
  const digits = String(number * 100 + stream * 10 + revision).padStart(12, '0');
  return {
    id: `00000000-0000-4000-8000-${digits}`,
    type: 'Crashed',
    data: { text: '户'.repeat(300) },
    metadata: {},
  };
}
