import { Controller, Get, HttpCode, Post, Query, Req, SetMetadata, StreamableFile } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ImportHouseholdsQuery,
  RosterTemplateQuery,
  type ImportReport,
  type Language,
} from '@yihu/api-contract';
import { writeTemplate } from '@yihu/documents';
import type { ProgrammeState } from '@yihu/domain';
import type { FastifyRequest } from 'fastify';
import { loadExisting } from '../commands/load-existing';
import { ActorId, AskedLanguage } from '../http/asked';
import { COMMAND } from '../http/command';
import { CommandCall, type Call } from '../http/command-call';
import { Policy } from '../http/policy';
import { SubjectId } from '../http/subject-id';
import { TakesUpload, uploadedFile } from '../http/uploads';
import { ServerParts } from '../server-parts';
import { ImportsService } from './import.service';

const FIELD = 'roster';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const RosterForm = ApiBody({
  schema: {
    type: 'object',
    properties: { [FIELD]: { type: 'string', format: 'binary' } },
    required: [FIELD],
  },
});

@Controller('api/households')
@ApiTags('households')
@ApiBearerAuth()
export class ImportController {
  constructor(
    private readonly parts: ServerParts,
    private readonly imports: ImportsService,
  ) {}

  @Post('import')
  @HttpCode(200)
  @Policy('rulebook')
  @SetMetadata(COMMAND, 'registerHousehold')
  @TakesUpload()
  @ApiOperation({ operationId: 'importHouseholds' })
  @ApiConsumes('multipart/form-data')
  @RosterForm
  @ApiHeader({
    name: 'Idempotency-Key',
    required: true,
    description: 'A UUID. The content decides beside it.',
  })
  async import(
    @CommandCall() { actorId }: Call,
    @Query() query: ImportHouseholdsQuery,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<ImportReport> {
    return this.imports.import(actorId, await uploadedFile(request, FIELD), query, language);
  }

  /** The file again, with what is wrong in a last column. Nothing is written. */
  @Post('import-errors')
  @HttpCode(200)
  @Policy('rulebook')
  @TakesUpload()
  @ApiOperation({ operationId: 'importErrors' })
  @ApiConsumes('multipart/form-data')
  @RosterForm
  async errors(
    @ActorId() actorId: string,
    @Query() query: ImportHouseholdsQuery,
    @AskedLanguage() language: Language,
    @Req() request: FastifyRequest,
  ): Promise<StreamableFile> {
    const file = await uploadedFile(request, FIELD);
    const name = `${file.fileName.replace(/\.[^.]*$/, '')}-错误.xlsx`;
    return workbookNamed(name, await this.imports.errorFile(actorId, file, query, language));
  }

  @Get('imports/:importId')
  @Policy('signed-in')
  report(
    @ActorId() actorId: string,
    @SubjectId('importId') importId: string,
    @AskedLanguage() language: Language,
  ): ImportReport {
    return this.imports.report(actorId, importId, language);
  }

  @Get('import-template.xlsx')
  @Policy('signed-in')
  async template(@Query() { year }: RosterTemplateQuery): Promise<StreamableFile> {
    const { engine } = this.parts;
    const units =
      year === undefined ? [] : (await loadExisting<ProgrammeState>(engine, 'programme', String(year))).units;
    return workbookNamed('名册模板.xlsx', await writeTemplate(units));
  }
}

function workbookNamed(fileName: string, bytes: Buffer): StreamableFile {
  const disposition = `attachment; filename="roster.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
  return new StreamableFile(bytes, { type: WORKBOOK, disposition, length: bytes.length });
}
