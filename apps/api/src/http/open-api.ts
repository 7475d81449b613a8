import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

const DOCS = 'api/docs';

/** Serves the OpenAPI document, and a page to read it. */
export function serveOpenApi(app: NestFastifyApplication): OpenAPIObject {
  const description =
    'Every command is one POST. What a command needs, and why it is refused, is for the rulebook to say.';
  const outline = new DocumentBuilder()
    .setTitle('Yihu 一户')
    .setDescription(description)
    .setVersion('1')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, outline);
  SwaggerModule.setup(DOCS, app, document, { jsonDocumentUrl: 'api/openapi.json', raw: ['json'] });
  return document;
}

/** Whether a path is the documentation page's, which brings styles of its own. */
export function isDocsPath(path: string): boolean {
  return path === `/${DOCS}` || path.startsWith(`/${DOCS}/`);
}
