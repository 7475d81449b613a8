import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** The revision of whatever is answered is also its ETag, which the next command names in `If-Match`. */
@Injectable()
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      map((answer: unknown) => {
        const revision = revisionOf(answer);
        if (revision !== undefined) {
          context.switchToHttp().getResponse<FastifyReply>().header('etag', `"${revision}"`);
        }
        return answer;
      }),
    );
  }
}

function revisionOf(answer: unknown): number | undefined {
  if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return undefined;
  return typeof answer.revision === 'number' ? answer.revision : undefined;
}
