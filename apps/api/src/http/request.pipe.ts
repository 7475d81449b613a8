import { ValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import { hostileFields } from './hostile-body';
import { RequestProblem } from './request-problem';
import { wrongFields } from './wrong-fields';

/** Takes a body or a query only when every field of it is known and right, and names all that are not. */
export class RequestPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      validationError: { target: false },
      exceptionFactory: (errors) => new RequestProblem('invalid', wrongFields(errors)),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') assertHarmless(value);
    return super.transform(value, metadata);
  }
}

function assertHarmless(body: unknown): void {
  // A command without a body is one that says nothing.
  const isObject = body === undefined || (typeof body === 'object' && body !== null && !Array.isArray(body));
  if (!isObject) throw new RequestProblem('invalid', [{ field: '', kind: 'object', numbers: {} }]);
  const hostile = hostileFields(body);
  if (hostile.length > 0) throw new RequestProblem('invalid', hostile);
}
