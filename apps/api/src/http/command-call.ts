import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { CommandName } from '@yihu/api-contract';
import { COMMAND } from './command';
import { actorOf, headerOf, type OfficeRequest } from './office-request';
import { RequestProblem } from './request-problem';
import { checkedSubjectId } from './subject-id';

/** What the request says about the command, beside its body. */
export interface Call {
  readonly command: CommandName;
  /** From the path; a command that opens its subject has none there. */
  readonly subjectId: string | undefined;
  readonly actorId: string;
  /** The idempotency key. */
  readonly commandId: string;
  /** The revision that the actor had before their eyes. */
  readonly seenRevision: number | undefined;
  /** The body as it came, which tells two requests apart. */
  readonly received: unknown;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const REVISION = /^"(0|[1-9]\d{0,14})"$/;

/** Hands a controller the call. Throws `RequestProblem` when a header of it is missing or wrong. */
export const CommandCall = createParamDecorator((_data: unknown, context: ExecutionContext): Call => {
  const request = context.switchToHttp().getRequest<OfficeRequest>();
  const { id } = request.params as { readonly id?: string };
  return {
    command: Reflect.getMetadata(COMMAND, context.getHandler()) as CommandName,
    subjectId: id === undefined ? undefined : checkedSubjectId(id),
    actorId: actorOf(request),
    commandId: commandIdOf(headerOf(request, 'idempotency-key')),
    seenRevision: seenRevisionOf(headerOf(request, 'if-match')),
    received: request.body ?? {},
  };
});

function commandIdOf(key: string | undefined): string {
  if (key === undefined || !UUID.test(key)) throw new RequestProblem('idempotency-key');
  return key.toLowerCase();
}

/** `*` would match whatever is there, which is what this header is to prevent; it counts as missing. */
function seenRevisionOf(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const revision = REVISION.exec(ifMatch.trim())?.[1];
  if (revision === undefined) throw new RequestProblem('if-match');
  return Number(revision);
}
