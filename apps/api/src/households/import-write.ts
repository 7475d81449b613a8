import { derivedId } from '@yihu/engine';
import { Refused } from '@yihu/workflow';
import type { CommandsService } from '../commands/commands.service';
import { logBug } from '../http/log-bug';
import { isBug, problemOf } from '../http/problem-of';
import type { ServerParts } from '../server-parts';
import type { ImportAim } from './import-aim';
import type { ImportWrite } from './import-check';
import { inTurn } from './import-in-turn';
import { toldByFailure, toldByRule, type ImportTold } from './import-told';
import { accountFacts, identityFacts } from './number-facts';

/** What an import can be asked for while it writes. */
export interface Progress {
  done: number;
  /** Of those done, the ones that did not fail. */
  written: number;
  readonly all: number;
}

/** Whom an import writes with, and what it is told meanwhile. */
export interface Writing {
  readonly parts: ServerParts;
  readonly commands: CommandsService;
  readonly aim: ImportAim;
  readonly progress: Progress;
  /** The server is closing: what is left is written when the file is sent again. */
  readonly isStopping: () => boolean;
}

/**
 * Writes the rows, each as the commands that people give one by one, under ids that the same import gives them
 * again. Answers what was said of rows that failed after all.
 */
export async function writeRows(
  writing: Writing,
  writes: readonly ImportWrite[],
): Promise<readonly ImportTold[]> {
  const { parts, aim, progress, isStopping } = writing;
  // All keys in one commit: every household would wait for the disk otherwise.
  parts.vault.ensureKeys(writes.map((write) => `household-${householdIdOf(aim, write)}`));
  const told = await inTurn(writes, async (write) => {
    if (isStopping()) return [];
    const failed = await writeRow(writing, write);
    progress.done += 1;
    if (failed.length === 0) progress.written += 1;
    return failed;
  });
  return told.flat();
}

async function writeRow(writing: Writing, write: ImportWrite): Promise<readonly ImportTold[]> {
  try {
    await giveCommands(writing, write);
    return [];
  } catch (error) {
    return failureTold(writing.parts, write, error);
  }
}

async function giveCommands({ parts, commands, aim }: Writing, write: ImportWrite): Promise<void> {
  const { row, known, key } = write;
  const { registering, proposing } = row;
  const { vault } = parts;
  const householdId = householdIdOf(aim, write);
  const call = { subjectId: undefined, actorId: aim.actorId, seenRevision: undefined };
  const registerId = derivedId(aim.importId, key);
  const { revision } =
    known ??
    (await commands.executeOn(
      householdId,
      { ...call, command: 'registerHousehold', commandId: registerId, received: { ...registering } },
      registering,
      identityFacts(vault, registering),
    ));
  if (!proposing) return;
  const proposal = { command: 'proposeAccount', commandId: derivedId(registerId, 'account') } as const;
  await commands.executeOn(
    householdId,
    { ...call, ...proposal, seenRevision: revision, received: { ...proposing } },
    proposing,
    accountFacts(vault, proposing),
  );
}

function householdIdOf({ importId }: ImportAim, { key, known }: ImportWrite): string {
  return known?.householdId ?? derivedId(derivedId(importId, key), 'household');
}

function failureTold(
  { log }: ServerParts,
  { row: { row } }: ImportWrite,
  error: unknown,
): readonly ImportTold[] {
  if (error instanceof Refused) return error.refusals.map((refusal) => toldByRule(row, undefined, refusal));
  const errorId = isBug(error) ? logBug(log, error) : undefined;
  return [
    toldByFailure(row, (language) => {
      const { title } = problemOf(error, language);
      return errorId === undefined ? title : `${title} (${errorId})`;
    }),
  ];
}
