import { readFileSync } from 'node:fs';
import layout from '../../infra/layout.cjs';
import { importsOf, sourcesOf, type Source } from './sources';

const isTest = ({ file }: Source) => /\.spec\.ts$|\/testing\/|\/contract\//.test(file);
const NODE_FREE = ['libs/workflow', 'libs/domain', 'libs/api-contract'];

/** Why a place may not import a name, or nothing. */
function objection(row: (typeof layout)[number], name: string): string | undefined {
  if (name.startsWith('.')) return undefined;
  if (name.startsWith('node:'))
    return NODE_FREE.includes(row.place) ? `${name} is not in a browser` : undefined;
  const [, lib] = /^@yihu\/([^/]+)/.exec(name) ?? [];
  if (lib) return row.libs.includes('*') || row.libs.includes(lib) ? undefined : `${name} is not in its row`;
  const isAllowed = row.packages.some((each) => each === '*' || name === each || name.startsWith(`${each}/`));
  return isAllowed ? undefined : `${name} is not in its row`;
}

describe('the layout table', () => {
  it.each(layout.map((row) => [row.place, row] as const))('holds for %s', (place, row) => {
    const sources = sourcesOf(place).filter((source) => !isTest(source));
    const objections = sources.flatMap((source) =>
      importsOf(source)
        .map((name) => objection(row, name))
        .filter((each) => each !== undefined)
        .map((each) => `${source.file}: ${each}`),
    );
    expect(objections).toEqual([]);
  });

  it.each([
    ['libs/domain', '@yihu/vault'],
    ['libs/domain', 'node:fs'],
    ['libs/workflow', '@yihu/domain'],
    ['libs/sql', 'uuid'],
  ])('would find %s importing %s', (place, name) => {
    expect(
      objection(
        layout.find((row) => row.place === place)!,
        name,
      ),
    ).toBeDefined();
  });

  it('is the table of CONTRIBUTING.md', () => {
    const contributing = readFileSync('CONTRIBUTING.md', 'utf8');
    for (const { place, libs, packages } of layout) {
      const row = contributing.split('\n').find((line) => line.startsWith(`| \`${place}\``)) ?? '';
      const mayImport = row.split('|').at(-2)!.trim();
      const named = [...libs, ...packages].filter((name) => name !== '*');
      if (named.length === 0) expect(mayImport).toMatch(/^all/);
      else expect(mayImport.split(/[;,] */).sort()).toEqual([...named].sort());
    }
  });
});

describe('the recount', () => {
  it('shares no code with what it checks', () => {
    const sources = sourcesOf('apps/api/src/cli/recount').filter((source) => !isTest(source));
    expect(sources.length).toBeGreaterThan(0);
    const outside = sources
      .flatMap(importsOf)
      .filter((name) => !name.startsWith('./') && !name.startsWith('node:'));
    expect(outside).toEqual([]);
  });
});
