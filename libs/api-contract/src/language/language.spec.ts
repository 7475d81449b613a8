import { ROLES, STAGES, rulebook } from '@yihu/domain';
import { VALIDATION_KINDS } from '../fields/valid';
import { namesInRules } from '../testing/names-in-rules';
import { LANGUAGES, languageFile, languageOf } from './language';
import { namesIn } from './say-refusal';

const rules = [...rulebook.commands.values()].flatMap((command) => command.rules);
const ruleIds = [...new Set(['right-stage', ...rules.map((rule) => rule.id)])].sort();

// `eachCase` wraps what a rule says about one case; the machine's own rule stands outside of the domain.
const givenByHelpers: Readonly<Record<string, readonly string[]>> = { 'right-stage': ['stage', 'place'] };
const sharedNames = ['cases', 'caseId'];

describe.each(LANGUAGES)('the words in %s', (language) => {
  const file = languageFile(language);

  it('know every rule and no other', () => {
    expect(Object.keys(file.rules).sort()).toEqual(ruleIds);
  });

  it('know every stage, every role and every way in which a field can be wrong', () => {
    expect(Object.keys(file.stages).sort()).toEqual(['', 'unopened', ...STAGES].sort());
    expect(Object.keys(file.roles).sort()).toEqual(['nobody', 'operator', ...ROLES].sort());
    expect(Object.keys(file.validation).sort()).toEqual([...VALIDATION_KINDS].sort());
  });

  it('name everyone who can clear a refusal', () => {
    for (const rule of rules) expect(file.roles).toHaveProperty(rule.clearedBy);
  });

  it('name no number that a rule never gives', () => {
    const given = namesInRules();
    for (const [id, words] of Object.entries(file.rules)) {
      const known = [...(given.get(id) ?? []), ...(givenByHelpers[id] ?? []), ...sharedNames];
      for (const sentence of [...words.says, words.each ?? '']) {
        for (const name of namesIn(sentence))
          expect({ id, name, known }).toEqual({ id, name, known: expect.arrayContaining([name]) });
      }
    }
  });

  it('say what is so when a rule has nothing against it, in words of its own and without numbers', () => {
    for (const id of ruleIds) {
      const { title, holds } = file.rules[id]!;
      expect({ id, holds }).toEqual({ id, holds: expect.stringMatching(/^[^{}]+[^{}。.]$/) });
      expect(holds).not.toBe(title);
    }
  });

  it('leave nothing empty', () => {
    const texts = JSON.stringify(file).match(/:""/g) ?? [];
    expect(texts).toEqual([]);
  });
});

it('say the same things in every language', () => {
  const [chinese, english] = LANGUAGES.map((language) => languageFile(language));
  for (const section of ['words', 'problems', 'validation', 'imports'] as const) {
    expect(Object.keys(english![section]).sort()).toEqual(Object.keys(chinese![section]).sort());
  }
  for (const id of ruleIds) {
    const names = [chinese!, english!].map((file) =>
      [...file.rules[id]!.says.map((each) => [...namesIn(each)].sort().join())].sort(),
    );
    expect(names[1]).toEqual(names[0]);
  }
});

it.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['fr,en;q=0.5', 'en'],
  ['en;q=0,zh', 'zh-CN'],
  ['ja', 'zh-CN'],
  ['en;q=oops', 'zh-CN'],
])('Accept-Language %s is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});
