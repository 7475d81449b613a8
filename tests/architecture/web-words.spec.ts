import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import rule from '../../infra/web-words.cjs';

const FIXTURE = join(__dirname, 'fixtures/web-words.fixture.js');
const LINTER = join(__dirname, '../../node_modules/eslint/bin/eslint.js');

it('the web spells out no stage, no rule and no command: the fixture is refused where its marks say', () => {
  const text = readFileSync(FIXTURE, 'utf8');
  const marked = text.split('\n').flatMap((line, index) => {
    const mark = /\/\/ (stage|rule|command|comparison)$/.exec(line);
    return mark ? [`${index + 1} ${mark[1]}`] : [];
  });
  const messages = new Linter().verify(text, [
    {
      files: ['**/*.js'],
      languageOptions: { sourceType: 'module' },
      plugins: { yihu: { rules: { 'web-words': rule } } },
      rules: { 'yihu/web-words': 'error' },
    },
  ]);
  const refused = messages.map(({ line, message }) => {
    const spelt = /is a (stage|rule|command):/.exec(message);
    return `${line} ${spelt ? spelt[1] : 'comparison'}`;
  });
  expect(marked).toHaveLength(8);
  expect(refused).toEqual(marked);
});

it.each([
  ['apps/web/src/desk.tsx', [2]],
  ['apps/web/src/features/cases/phone/sign.tsx', [2]],
  ['apps/api/src/server.ts', undefined],
])('%s is linted with it: %j', (file, setting) => {
  const printed = execFileSync(process.execPath, [LINTER, '--print-config', file], { encoding: 'utf8' });
  const { rules } = JSON.parse(printed) as { readonly rules: Readonly<Record<string, unknown>> };
  expect(rules['yihu/web-words']).toEqual(setting);
});
