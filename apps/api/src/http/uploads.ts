import multipart from '@fastify/multipart';
import { UnsupportedMediaTypeException } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { FILE_BYTES_MAX } from '@yihu/documents';
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify';
import { headerOf } from './office-request';
import { RequestProblem } from './request-problem';

/** What stands around a file in a form. */
const FORM_BYTES_MAX = 64 * 1024;
const FILE_NAME_CHARACTERS_MAX = 200;

/** A file as it was sent. */
export interface UploadedFile {
  readonly bytes: Buffer;
  /** As it was typed, without a path. It may name a person: it is for answers, and for no log. */
  readonly fileName: string;
}

/** A route that takes a form with one file of up to ten megabytes. No other route takes forms. */
export const TakesUpload = () => RouteConfig({ takesUpload: true });

export async function registerUploads(fastify: FastifyInstance): Promise<void> {
  // One byte more than is taken: whether the reader notices the very last byte hangs on how the network cut it.
  const limits = { fileSize: FILE_BYTES_MAX + 1, files: 1, fields: 4, parts: 5, fieldSize: 1024 };
  await fastify.register(multipart, { limits });
  fastify.addHook('onRequest', async (request) => {
    const type = headerOf(request, 'content-type') ?? '';
    if (!/^multipart\//i.test(type)) return;
    const { takesUpload } = request.routeOptions.config as { readonly takesUpload?: boolean };
    if (!takesUpload) throw new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE(type);
    const length = Number(headerOf(request, 'content-length') ?? 0);
    if (length > FILE_BYTES_MAX + FORM_BYTES_MAX) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  });
}

/** The file in a field of the form. Throws what is answered as 400, 413 or 415. */
export async function uploadedFile(request: FastifyRequest, field: string): Promise<UploadedFile> {
  if (!request.isMultipart()) throw new UnsupportedMediaTypeException();
  for await (const part of request.files()) {
    const bytes = await part.toBuffer();
    if (bytes.length > FILE_BYTES_MAX) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    if (part.fieldname === field) return { bytes, fileName: plainFileName(part.filename ?? '') };
  }
  throw new RequestProblem('invalid', [{ field, kind: 'required', numbers: {} }]);
}

function plainFileName(name: string): string {
  return [...name.replace(/[\p{Cc}\p{Cf}]/gu, '')].slice(0, FILE_NAME_CHARACTERS_MAX).join('');
}
