import { applyDecorators, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { ApiDefaultResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiParam } from '@nestjs/swagger';
import {
  Answer,
  BatchResult,
  COMMAND_ROUTES,
  Problem,
  type CommandName,
  type CommandRoute,
} from '@yihu/api-contract';
import { Policy } from './policy';

export const COMMAND = Symbol('command');

const IDEMPOTENCY_KEY = ApiHeader({
  name: 'Idempotency-Key',
  required: true,
  description: 'A UUID. The same key with the same body is answered with the first answer, for ever.',
});

const IF_MATCH = ApiHeader({
  name: 'If-Match',
  required: true,
  description: 'The revision of the subject that the actor has before their eyes, in quotes.',
});

/** The one POST of a command, at the path that the contract gives it. */
export function Command(command: CommandName): MethodDecorator {
  const { segment, opens }: CommandRoute = COMMAND_ROUTES[command];
  const subject = opens ? [] : [ApiParam({ name: 'id', type: String })];
  return applyDecorators(
    Post(opens ? segment : `:id/${segment}`),
    ApiOperation({ operationId: command }),
    ...subject,
    ...(opens === 'once' ? [] : [IF_MATCH]),
    ApiOkResponse({ type: Answer }),
    ...commandRoute(command),
  );
}

/** The same command for many cases, each with the revision that was seen, in one call. */
export function BatchCommand(command: CommandName): MethodDecorator {
  return applyDecorators(
    Post(COMMAND_ROUTES[command].segment),
    ApiOperation({ operationId: `${command}InBatch` }),
    ApiOkResponse({ type: BatchResult }),
    ...commandRoute(command),
  );
}

function commandRoute(command: CommandName): readonly MethodDecorator[] {
  return [
    HttpCode(200),
    SetMetadata(COMMAND, command),
    Policy('rulebook'),
    IDEMPOTENCY_KEY as MethodDecorator,
    ApiDefaultResponse({ description: 'A problem detail (RFC 9457)', type: Problem }),
  ];
}
