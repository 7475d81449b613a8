import { rulebook } from '@yihu/domain';
import { segmentOf, type AllowedAction, type CaseView } from '@yihu/api-contract';
import { startOffice, type Office } from './office';
import { draftPlan, openTown } from './steps';
import { cast, type Person } from './cast';

let office: Office;
let caseId: string;

beforeAll(async () => {
  office = await startOffice();
  caseId = (await openTown(office, 1))[0]!;
  await draftPlan(office, caseId);
});
afterAll(() => office.close());

async function actions(person: Person, language: string): Promise<readonly AllowedAction[]> {
  return (await office.get<CaseView>(person, `/api/cases/${caseId}`, { language })).body.allowedActions;
}

const caseCommands = [...rulebook.commands.values()].filter((command) => command.on === 'case');

describe.each(['zh-CN', 'en'])('why can I not? (%s)', (language) => {
  it.each(Object.keys(cast) as Person[])(
    '%s is told of every command whether, and else all reasons why not',
    async (person) => {
      const answers = await actions(person, language);
      expect(answers.map((each) => each.command)).toEqual(
        caseCommands.map((command) => segmentOf(command.name)),
      );
      for (const { allowed, refusals, remarks, passed } of answers) {
        expect(allowed).toBe(refusals.length === 0);
        for (const each of passed) {
          expect(each).toEqual({
            rule: expect.stringMatching(/^[a-z-]+$/),
            source: expect.stringMatching(/^[RA]\d/),
            text: expect.stringMatching(language === 'en' ? /^[A-Z][^\u4e00-\u9fff]*[^.]$/ : /[^。]$/),
          });
        }
        for (const refusal of [...refusals, ...remarks]) {
          expect(refusal).toEqual({
            rule: expect.stringMatching(/^[a-z-]+$/),
            source: expect.stringMatching(/^[RA]\d/),
            clearedBy: expect.stringMatching(/^[a-z-]+$/),
            kind: expect.stringMatching(/^(authority|stage|content)$/),
            weight: expect.stringMatching(/^(refuse|warn|mark)$/),
            detail: expect.any(Object),
            text: expect.stringMatching(language === 'en' ? /^[A-Z][^{}\u4e00-\u9fff]*\.$/ : /^[^{}]*。$/),
          });
        }
      }
    },
  );
});

it('says all reasons at once, with their numbers', async () => {
  const answers = await actions('otherTownCadre', 'en');
  const sign = answers.find((each) => each.command === 'sign-as-town')!;
  expect(sign.refusals.map(({ rule, text }) => [rule, text])).toEqual([
    ['right-stage', 'It is drafted now, where this cannot be done.'],
    ['in-territory', 'The unit 500112140v01 is outside your territory.'],
    ['assigned-or-delegate', 'You are not the cadre assigned to this household.'],
  ]);
});

it('says what was checked and found to be so', async () => {
  const answers = await actions('villageCadre', 'zh-CN');
  const sign = answers.find((each) => each.command === 'sign-as-household')!;
  expect(sign.passed).toEqual(
    expect.arrayContaining([
      { rule: 'right-stage', source: 'R22, A10', text: '当前阶段可以办理' },
      { rule: 'subsidy-cap', source: 'R16, A3', text: '补助不超单户上限' },
    ]),
  );
});

it('tells the village cadre what comes next', async () => {
  const allowed = (await actions('villageCadre', 'zh-CN')).filter((each) => each.allowed);
  expect(allowed.map((each) => each.command)).toEqual(
    expect.arrayContaining(['draft-plan', 'sign-as-household', 'withdraw']),
  );
});
