import type { Command, Recording, Rule, Situation } from '@yihu/workflow';
import { commonRules, type OfficeContext, type Read } from './context';
import type { Role } from './shared';

export interface OfficeCommandDefinition<Context extends OfficeContext> {
  readonly on: string;
  readonly by: readonly Role[];
  /** Facts of which the machine must take one; see `Command.moves`. */
  readonly moves?: readonly string[];
  readonly stages?: readonly string[];
  readonly staleAfter?: readonly string[];
  readonly gather: (read: Read, situation: Situation, by: readonly Role[]) => Context;
  readonly rules: readonly Rule<Context>[];
  readonly record: (context: Context) => Recording;
}

/** A command of an office: its own rules after the ones every command has. */
export function officeCommand<Context extends OfficeContext>(
  name: string,
  definition: OfficeCommandDefinition<Context>,
): Command<Context, Read> {
  const { on, by, moves = [], stages = [], staleAfter = [], gather, rules, record } = definition;
  return {
    name,
    on,
    by,
    moves,
    stages,
    staleAfter,
    gather: (read, situation) => gather(read, situation, by),
    rules: [...commonRules, ...rules],
    record,
  };
}
