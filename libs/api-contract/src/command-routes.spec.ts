import { rulebook } from '@yihu/domain';
import { COMMAND_ROUTES, pathOfCommand, segmentOf, type CommandName } from './command-routes';

const names = Object.keys(COMMAND_ROUTES) as CommandName[];

it('gives every command of the rulebook a path, but the one that only the operator has', () => {
  const commands = [...rulebook.commands.keys()].filter((name) => name !== 'appointAdministrator');
  expect([...names].sort()).toEqual(commands.sort());
});

it('gives every command a path of its own, under the resource that it is about', () => {
  const paths = names.map(pathOfCommand);
  expect(new Set(paths).size).toBe(paths.length);
  const kinds = { summaries: 'summary', staff: 'staff' } as Readonly<Record<string, string>>;
  for (const name of names) {
    const { resource } = COMMAND_ROUTES[name];
    expect(rulebook.commands.get(name)!.on).toBe(kinds[resource] ?? resource.slice(0, -1));
  }
});

it('calls commands by the last segment of their paths', () => {
  expect(pathOfCommand('signAsTown')).toBe('/api/cases/:id/sign-as-town');
  expect(pathOfCommand('openCase')).toBe('/api/cases/open');
  expect(segmentOf('withdrawCase')).toBe('withdraw');
  expect(segmentOf('appointAdministrator')).toBe('appointAdministrator');
});
