import { createHash } from 'node:crypto';
import { BadRequestException, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { LANGUAGES, type ImportHouseholdsQuery, type ImportReport, type Language } from '@yihu/api-contract';
import { RosterUnreadable, writeErrors, type Roster } from '@yihu/documents';
import { CommandsService } from '../commands/commands.service';
import { RequestProblem } from '../http/request-problem';
import type { UploadedFile } from '../http/uploads';
import { ServerParts } from '../server-parts';
import { importIdOf, type ImportAim } from './import-aim';
import { assertMayImport, checkRoster } from './import-check';
import { createRosterReader } from './import-reader';
import { inOrder, reportOf, toldByUnreadable, type ImportState } from './import-report';
import { writeRows } from './import-write';

/** Imports that are remembered after they ended, for whoever comes back to the page. */
const REMEMBERED_MAX = 50;

/** An import that somebody may ask about. */
interface Run {
  report: (language: Language) => ImportReport;
  /** Who sent the file: nobody else is told what it holds. */
  readonly actors: Set<string>;
  isRunning: boolean;
}

/** Rosters into households. */
@Injectable()
export class ImportsService implements OnModuleDestroy {
  private readonly runs = new Map<string, Run>();
  /** One roster is written after another, so that each is checked against what the one before has written. */
  private last: Promise<unknown> = Promise.resolve();
  private isStopping = false;
  private readonly read = createRosterReader();

  constructor(
    private readonly parts: ServerParts,
    private readonly commands: CommandsService,
  ) {}

  /** Closing waits for the rows that are being written, and for no more. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    await this.last;
  }

  /**
   * Checks a roster and, unless it is a dry run or something is wrong, writes it. The same file while it is
   * being written is answered at once with how far it has got (IMP-08).
   */
  async import(
    actorId: string,
    file: UploadedFile,
    query: ImportHouseholdsQuery,
    language: Language,
  ): Promise<ImportReport> {
    const aim = aimOf(actorId, file, query);
    await assertMayImport(this.parts, aim);
    if (query.dryRun === 'true') return reportOf((await this.check(file, query, aim)).state, language);
    const running = this.runs.get(aim.importId);
    if (running?.isRunning) {
      running.actors.add(actorId);
      return running.report(language);
    }
    const run: Run = {
      report: reporting(beginningOf(file, aim, false)),
      actors: new Set([actorId]),
      isRunning: true,
    };
    this.remember(aim.importId, run);
    const settled = this.last.then(() => this.settle(run, file, query, aim));
    this.last = settled.catch(() => undefined);
    await settled;
    return run.report(language);
  }

  /** How far an import has got, or how it ended. Throws `RequestProblem` for what the actor has not sent. */
  report(actorId: string, importId: string, language: Language): ImportReport {
    const run = this.runs.get(importId);
    if (!run?.actors.has(actorId)) throw new RequestProblem('not-found');
    return run.report(language);
  }

  /** The same rows with what is wrong beside them. Throws what is answered as 400 when there are no rows. */
  async errorFile(
    actorId: string,
    file: UploadedFile,
    query: ImportHouseholdsQuery,
    language: Language,
  ): Promise<Buffer> {
    const aim = aimOf(actorId, file, query);
    await assertMayImport(this.parts, aim);
    const { state } = await this.check(file, query, aim);
    if (!state.roster) throw new BadRequestException();
    const spoken = inOrder(state.told).map(({ say, ...told }) => ({ ...told, message: say(language) }));
    return writeErrors(state.roster, spoken);
  }

  private async settle(
    run: Run,
    file: UploadedFile,
    query: ImportHouseholdsQuery,
    aim: ImportAim,
  ): Promise<void> {
    try {
      const { state } = await this.check(file, query, aim);
      run.report = ended(
        state.status === 'refused' ? { ...state, dryRun: false } : await this.write(run, state, aim),
      );
    } catch (error) {
      this.runs.delete(aim.importId);
      throw error;
    } finally {
      run.isRunning = false;
    }
  }

  private async write(run: Run, checked: ImportState, aim: ImportAim): Promise<ImportState> {
    const { writes } = checked.checked!;
    const progress = { done: 0, written: 0, all: writes.length };
    const state = { ...checked, dryRun: false, status: 'running' as const, progress };
    run.report = reporting(state);
    const { parts, commands } = this;
    const isStopping = () => this.isStopping;
    const failed = await writeRows({ parts, commands, aim, progress, isStopping }, writes);
    const status = progress.done === progress.all ? 'done' : 'running';
    return { ...state, status, told: [...state.told, ...failed] };
  }

  private async check(file: UploadedFile, { encoding }: ImportHouseholdsQuery, aim: ImportAim) {
    const beginning = beginningOf(file, aim, true);
    let roster: Roster;
    try {
      roster = await this.read(aim.contentHash, file.bytes, encoding);
    } catch (error) {
      if (!(error instanceof RosterUnreadable)) throw error;
      const told = [toldByUnreadable(error)];
      return { state: { ...beginning, status: 'refused' as const, told } };
    }
    const checked = await checkRoster(this.parts, roster, aim);
    const { told, writes } = checked;
    const isWrong = told.some(({ weight }) => weight === 'error');
    const progress = { done: 0, written: 0, all: isWrong ? 0 : writes.length };
    const status = isWrong ? ('refused' as const) : ('checked' as const);
    return { state: { ...beginning, status, roster, checked, told, progress } };
  }

  private remember(importId: string, run: Run): void {
    this.runs.delete(importId);
    this.runs.set(importId, run);
    for (const [oldest, { isRunning }] of this.runs) {
      if (this.runs.size <= REMEMBERED_MAX) return;
      if (!isRunning) this.runs.delete(oldest);
    }
  }
}

/** An import while it goes on. */
function reporting(state: ImportState): Run['report'] {
  return (language) => reportOf(state, language);
}

/** An import that has ended: what is said of it is kept, and its rows are not. */
function ended(state: ImportState): Run['report'] {
  const reports = new Map(LANGUAGES.map((language) => [language, reportOf(state, language)]));
  return (language) => reports.get(language)!;
}

function aimOf(actorId: string, { bytes }: UploadedFile, { year, town }: ImportHouseholdsQuery): ImportAim {
  const contentHash = createHash('sha256').update(bytes).digest('hex');
  return { importId: importIdOf(contentHash, year, town), contentHash, actorId, year, town };
}

function beginningOf(
  { bytes, fileName }: UploadedFile,
  { importId }: ImportAim,
  dryRun: boolean,
): ImportState {
  const isWorkbook = /^(504b0304|d0cf11e0)/.test(bytes.subarray(0, 4).toString('hex'));
  return {
    importId,
    fileName,
    format: isWorkbook ? 'xlsx' : 'csv',
    dryRun,
    status: 'running',
    roster: undefined,
    checked: undefined,
    told: [],
    progress: { done: 0, written: 0, all: 0 },
  };
}
