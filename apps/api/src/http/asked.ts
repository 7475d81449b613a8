import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { languageOf, type Language } from '@yihu/api-contract';
import { actorOf, headerOf, type OfficeRequest } from './office-request';

/** The language that the request asks to be answered in. */
export const AskedLanguage = createParamDecorator((_data: unknown, context: ExecutionContext): Language => {
  const request = context.switchToHttp().getRequest<OfficeRequest>();
  return languageOf(headerOf(request, 'accept-language'));
});

/** The id of the signed-in member of staff. */
export const ActorId = createParamDecorator((_data: unknown, context: ExecutionContext): string =>
  actorOf(context.switchToHttp().getRequest<OfficeRequest>()),
);
