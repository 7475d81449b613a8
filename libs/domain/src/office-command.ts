import type { Command, Situation } from '@yihu/workflow';
import { commonRules, type OfficeContext, type Read } from './context';
import type { Role } from './shared';

/** What a command says for itself; the common rules and its name come with `officeCommand`. */
export interface OfficeCommandDefinition<Context extends OfficeContext> extends Omit<
  Command<Context, Read>,
  'name' | 'by' | 'gather'
> {
  readonly by: readonly Role[];
  readonly gather: (read: Read, situation: Situation, by: readonly Role[]) => Context;
}

/** A command of an office: its own rules after the ones every command has. */
export function officeCommand<Context extends OfficeContext>(
  name: string,
  definition: OfficeCommandDefinition<Context>,
): Command<Context, Read> {
  return {
    ...definition,
    name,
    gather: (read, situation) => definition.gather(read, situation, definition.by),
    rules: [...commonRules, ...definition.rules],
  };
}
