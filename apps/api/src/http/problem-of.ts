import { HttpException } from '@nestjs/common';
import {
  languageFile,
  sayRefusal,
  sayValidation,
  type Language,
  type Problem,
  type RefusalView,
} from '@yihu/api-contract';
import { CommandAbandoned, CommandReused, EngineStopped, SubjectChanged } from '@yihu/engine';
import { OutcomeUnknown, RevisionConflict, StoreUnavailable } from '@yihu/event-store';
import { KeyDestroyed } from '@yihu/vault';
import { Refused, type Refusal } from '@yihu/workflow';
import { RequestProblem, type RequestProblemKind } from './request-problem';

/** What an error comes to, before it is put into words. */
interface Row {
  readonly kind: string;
  readonly status: number;
  readonly more?: (language: Language) => Partial<Problem>;
}

const REQUEST_STATUS: Readonly<Record<RequestProblemKind, number>> = {
  'idempotency-key': 400,
  'if-match': 400,
  invalid: 400,
  'not-found': 404,
  'precondition-required': 428,
  unauthenticated: 401,
};

/** The words for what Nest and Fastify refuse themselves. */
const PROTOCOL_KIND: Readonly<Record<number, string>> = {
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** The one table from error to status. `undefined` is a bug or a damaged history: nobody is told more. */
function rowOf(error: unknown): Row | undefined {
  if (error instanceof Refused) return refusedRow(error);
  if (error instanceof SubjectChanged) return changedRow(error);
  if (error instanceof RequestProblem) return requestRow(error);
  if (error instanceof RevisionConflict) return { kind: 'revision-conflict', status: 409 };
  if (error instanceof CommandReused) return { kind: 'command-reused', status: 422 };
  if (error instanceof CommandAbandoned) return { kind: 'command-abandoned', status: 409 };
  if (error instanceof KeyDestroyed) return { kind: 'key-destroyed', status: 409 };
  if (error instanceof OutcomeUnknown) return { kind: 'outcome-unknown', status: 503 };
  if (error instanceof StoreUnavailable) return { kind: 'unavailable', status: 503 };
  if (error instanceof EngineStopped) return { kind: 'unavailable', status: 503 };
  const status = protocolStatusOf(error);
  return status === undefined ? undefined : { kind: PROTOCOL_KIND[status] ?? 'unreadable', status };
}

/** The answer to an error: who may not, when not and what not are told apart by the status. */
export function problemOf(error: unknown, language: Language, errorId?: string): Problem {
  const { kind, status, more } = rowOf(error) ?? { kind: 'internal', status: 500 };
  return {
    type: `urn:yihu:problem:${kind}`,
    title: languageFile(language).problems[kind] ?? kind,
    status,
    ...more?.(language),
    ...(errorId !== undefined && { errorId }),
  };
}

/** Whether an error is nobody's answer: it is logged, and its answer names the log's line. */
export function isBug(error: unknown): boolean {
  return rowOf(error) === undefined;
}

export function refusalView(refusal: Refusal, language: Language): RefusalView {
  const { rule, source, clearedBy, kind, weight, detail } = refusal;
  return { rule, source, clearedBy, kind, weight, detail, text: sayRefusal(refusal, language) };
}

function refusedRow({ refusals }: Refused): Row {
  const kinds = refusals.map((refusal) => refusal.kind);
  const status = kinds.includes('authority') ? 403 : kinds.includes('stage') ? 409 : 422;
  const views = (language: Language) => refusals.map((refusal) => refusalView(refusal, language));
  return { kind: 'refused', status, more: (language) => ({ refusals: views(language) }) };
}

function changedRow({ changes, revision }: SubjectChanged): Row {
  return { kind: 'subject-changed', status: 409, more: () => ({ changes, revision }) };
}

function requestRow({ kind, fields }: RequestProblem): Row {
  const status = REQUEST_STATUS[kind];
  if (fields.length === 0) return { kind, status };
  const errors = (language: Language) =>
    fields.map(({ field, kind: wrong, numbers }) => ({
      field,
      message: sayValidation(wrong, numbers, language),
    }));
  return { kind, status, more: (language) => ({ errors: errors(language) }) };
}

/** The status of what was refused before it reached us; only a client's own fault is told as one. */
function protocolStatusOf(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : statusCodeOf(error);
  return status !== undefined && status >= 400 && status < 500 ? status : undefined;
}

function statusCodeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return undefined;
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
