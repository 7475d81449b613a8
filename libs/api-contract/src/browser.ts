import { COMMAND_FORMS, IN_BATCHES, UNDONE_BY, type CommandForm } from './command-forms';
import { COMMAND_ROUTES, type CommandName, type CommandRoute } from './command-routes';

/*
 * What runs in a browser: tables and words, and no class. The request classes stay on the server, so a screen
 * takes their types alone.
 */
export type { CommandForm } from './command-forms';
export { sayQuantity, sayYuan } from './language/say-number';

const names = Object.keys(COMMAND_ROUTES) as CommandName[];
const routes: Readonly<Record<CommandName, CommandRoute>> = COMMAND_ROUTES;
const forms: Readonly<Partial<Record<CommandName, CommandForm>>> = COMMAND_FORMS;
const undone: Readonly<Partial<Record<CommandName, CommandName>>> = UNDONE_BY;

/** A command's name by its path segment on a resource, as `allowedActions` and worklists call it. */
function named(resource: CommandRoute['resource'], segment: string): CommandName | undefined {
  return names.find((name) => routes[name].resource === resource && routes[name].segment === segment);
}

/** What a person fills in for a command, or `undefined` for one without a screen. */
export function formOf(resource: CommandRoute['resource'], segment: string): CommandForm | undefined {
  const name = named(resource, segment);
  return name && forms[name];
}

/** The segment of the first command on a resource that has this form, or `undefined`. */
export function commandWith(resource: CommandRoute['resource'], form: CommandForm): string | undefined {
  const name = names.find((each) => routes[each].resource === resource && forms[each] === form);
  return name && routes[name].segment;
}

/** The segment of the command that takes a signature back, or `undefined`. */
export function undoOf(resource: CommandRoute['resource'], segment: string): string | undefined {
  const name = named(resource, segment);
  const undo = name && undone[name];
  return undo && routes[undo].segment;
}

/** Whether many cases can be given the command in one call. */
export function isInBatches(segment: string): boolean {
  const name = named('cases', segment);
  return name !== undefined && (IN_BATCHES as readonly CommandName[]).includes(name);
}

/** Where a command is posted to. `id` is left out for a command that opens its subject, and for a batch. */
export function pathTo(resource: CommandRoute['resource'], segment: string, id?: string): string {
  return id === undefined ? `/api/${resource}/${segment}` : `/api/${resource}/${id}/${segment}`;
}
