import { Injectable } from '@nestjs/common';
import { type BatchResult, type ItemResult, type Language, type OfficeCommandDto } from '@yihu/api-contract';
import { derivedId } from '@yihu/engine';
import type { Call } from '../http/command-call';
import { logBug } from '../http/log-bug';
import { isBug, problemOf } from '../http/problem-of';
import { ServerParts } from '../server-parts';
import { CommandsService } from './commands.service';

/** One item of a batch: a command about a case, and the revision of it that was seen. */
export interface BatchItem extends OfficeCommandDto {
  readonly caseId: string;
  readonly revision: number;
}

/** Many decisions in one call. Each stands for itself, and they share commits. */
@Injectable()
export class BatchesService {
  constructor(
    private readonly parts: ServerParts,
    private readonly commands: CommandsService,
  ) {}

  /** Decides each item under a command id of its own, which the same call gives it again. */
  async executeEach(call: Call, items: readonly BatchItem[], language: Language): Promise<BatchResult> {
    const received = (call.received as { readonly items: readonly unknown[] }).items;
    const results = items.map((item, index) =>
      this.executeItem(call, item, withoutRevision(received[index]), language),
    );
    const inOrder = (await Promise.all(results)).sort((a, b) => (a.caseId < b.caseId ? -1 : 1));
    return { items: inOrder };
  }

  private async executeItem(
    call: Call,
    { caseId, revision, ...body }: BatchItem,
    received: unknown,
    language: Language,
  ): Promise<ItemResult> {
    const commandId = derivedId(call.commandId, caseId);
    try {
      const own = { ...call, commandId, subjectId: caseId, seenRevision: revision, received };
      return { caseId, ok: true, answer: await this.commands.execute(own, body) };
    } catch (error) {
      const errorId = isBug(error) ? logBug(this.parts.log, error) : undefined;
      return { caseId, ok: false, problem: problemOf(error, language, errorId) };
    }
  }
}

/** What an item asks for. Which revision was seen is no part of it, as `If-Match` is none of a single command's. */
function withoutRevision(received: unknown): unknown {
  const { revision: _seen, ...asked } = received as Readonly<Record<string, unknown>>;
  return asked;
}
