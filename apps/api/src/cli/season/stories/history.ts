import { kindOf, type CaseFacts } from '@yihu/domain';
import type { EventStore, StoredEvent } from '@yihu/event-store';
import type { Metadata } from '@yihu/workflow';

/** A fact as it is searched. */
export interface Found {
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** Whatever its type says. */
  readonly data: unknown;
  readonly actorId: string;
  readonly recordedAt: string;
}

/** One case with all that was recorded of it. */
export interface CaseHistory {
  readonly caseId: string;
  readonly householdCode: string;
  readonly householdId: string;
  readonly town: string;
  readonly facts: readonly Found[];
}

/** Everything that a folder's events say, by stream. */
export interface History {
  readonly cases: readonly CaseHistory[];
  /** The streams of a kind, each with its facts in order. */
  streams(kind: string): ReadonlyMap<string, readonly Found[]>;
  /** The facts of one stream; none when nothing was recorded of it. */
  stream(name: string): readonly Found[];
}

const PAGE_EVENTS = 1000;

/** Reads the whole store once. */
export async function readHistory(store: EventStore): Promise<History> {
  const kinds = new Map<string, Map<string, Found[]>>();
  let page = await store.readAll({ limit: PAGE_EVENTS });
  while (page.length > 0) {
    for (const event of page) take(kinds, event);
    page = await store.readAll({ afterPosition: page.at(-1)!.position, limit: PAGE_EVENTS });
  }
  const streams = (kind: string) => kinds.get(kind) ?? new Map<string, Found[]>();
  return {
    cases: [...streams('case').values()].map(caseHistoryOf),
    streams,
    stream: (name) => streams(kindOf(name)).get(name) ?? [],
  };
}

function take(kinds: Map<string, Map<string, Found[]>>, event: StoredEvent): void {
  const { stream, revision, type, data, metadata } = event;
  const { actorId, recordedAt } = metadata as unknown as Metadata;
  const streams = kinds.get(kindOf(stream)) ?? new Map<string, Found[]>();
  kinds.set(kindOf(stream), streams);
  const facts = streams.get(stream) ?? [];
  streams.set(stream, facts);
  facts.push({ stream, revision, type, data, actorId, recordedAt });
}

function caseHistoryOf(facts: readonly Found[]): CaseHistory {
  const [opened] = facts;
  const { householdCode, householdId, town } = opened!.data as CaseFacts['CaseOpened'];
  return { caseId: opened!.stream.slice('case-'.length), householdCode, householdId, town, facts };
}
