import { rulebook, workflows } from '@yihu/domain';
import { movesOf, table } from './machine-tables';

/** Every fact by stream; for a case also where it leads. */
export function factTable(): string {
  const rows = Object.values(workflows).flatMap((workflow) => [
    ...[...workflow.moves].map((fact) => [
      workflow.kind,
      `\`${fact}\``,
      'move',
      workflow.memo ? movesOf(fact) : '',
    ]),
    ...[...workflow.notes].map((fact) => [workflow.kind, `\`${fact}\``, 'note', '']),
  ]);
  return table(['stream', 'fact', 'kind', 'stages'], rows);
}

/** Every rule with its source, and the commands that ask it. */
export function ruleTable(): string {
  const rules = new Map<
    string,
    { source: string; weight: string; clearedBy: string; commands: Set<string> }
  >();
  for (const command of rulebook.commands.values()) {
    for (const { id, source, weight, clearedBy } of command.rules) {
      const known = rules.get(id) ?? { source, weight, clearedBy, commands: new Set<string>() };
      known.commands.add(command.name);
      rules.set(id, known);
    }
  }
  const all = rulebook.commands.size;
  const rows = [...rules].sort().map(([id, { source, weight, clearedBy, commands }]) => {
    const asked = commands.size === all ? 'every command' : [...commands].sort().join(', ');
    return [`\`${id}\``, source, weight, clearedBy, asked];
  });
  return table(['rule', 'source', 'weight', 'cleared by', 'asked by'], rows);
}

/** Every command with its roles and the facts it records. */
export function commandTable(): string {
  const rows = [...rulebook.commands.values()].map(({ name, on, by, moves = [], stages = [] }) => [
    `\`${name}\``,
    on,
    by.join(', '),
    moves.length > 0 ? `order of the machine: ${moves.join(', ')}` : stages.join(', '),
  ]);
  return table(['command', 'stream', 'roles', 'when'], rows);
}
