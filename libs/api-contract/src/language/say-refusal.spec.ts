import { LANGUAGES, languageFile, type Language } from './language';
import { sayPercent, sayQuantity, sayYuan } from './say-number';
import { sayPassed, sayRefusal, sayValidation } from './say-refusal';

const caseA = '2024-aaaaaaaa-0000-4000-8000-000000000000';

describe('a refusal in words', () => {
  it.each<[Language, string, object, string]>([
    [
      'zh-CN',
      'quota-room',
      { have: 60000, need: 120000, quotaFen: 38400000 },
      '镇预算指标余额不足：尚余 600.00 元，需要 1,200.00 元，指标共 384,000.00 元。',
    ],
    [
      'en',
      'quota-room',
      { line: 'reward', have: 1, need: 2 },
      "The town's reward line has no room: 0.01 yuan left, 0.02 yuan needed.",
    ],
    [
      'zh-CN',
      'role-held',
      { needs: ['village-cadre', 'town-cadre'] },
      '此事项须由村帮扶责任人、镇帮扶责任人办理。',
    ],
    ['en', 'right-stage', { stage: 'filed', place: 'x' }, 'It is filed now, where this cannot be done.'],
    [
      'zh-CN',
      'line-arithmetic',
      { lines: [{ lineNo: 2, have: 100, need: 150 }] },
      '金额与数量乘单价不符：第 2 行填 1.00 元，应为 1.50 元。',
    ],
    [
      'en',
      'accepted-within-filed',
      { lines: [{ lineNo: 1, have: 1500, limit: 1000 }] },
      'More is accepted than was filed: line 1, accepted 1.5, filed 1.',
    ],
    ['zh-CN', 'reward-not-a-line', { lines: [1, 3] }, '奖励资金不是补助内容，请删除第 1、3 行。'],
    ['en', 'receipt-number', { missing: ['receiptNo'] }, 'Missing: receipt number.'],
    ['zh-CN', 'entries-cadre-signed', { cases: [] }, '没有列入任何农户。'],
    [
      'zh-CN',
      'entries-cadre-signed',
      { cases: [{ caseId: caseA, stage: 'drafted', town: '500112140' }] },
      `以下农户不能列入：${caseA}（拟定中）。`,
    ],
    ['en', 'in-time-or-extended', {}, 'Past the deadline, without extension'],
    [
      'en',
      'known-rows',
      { unknown: [], twice: [4] },
      'Rows that the batch does not have: –; rows given twice: 4.',
    ],
    ['en', 'no-such-rule', {}, 'no-such-rule'],
  ])('%s, %s', (language, rule, detail, text) => {
    expect(sayRefusal({ rule, detail: { ...detail } }, language)).toBe(text);
  });

  it('tells the first of many cases and how many there are', () => {
    const cases = Array.from({ length: 9 }, (_, index) => ({ caseId: `c${index}`, stage: 'drafted' }));
    expect(sayRefusal({ rule: 'entries-cadre-signed', detail: { cases } }, 'en')).toBe(
      'These cases cannot be listed: c0 (drafted); c1 (drafted); c2 (drafted); and more, 9 in all.',
    );
  });

  it('leaves no name and no unknown value in any sentence', () => {
    // Every name any sentence may ask for, so that each sentence of each rule can be said once.
    const everything = new Proxy(
      {},
      { get: (_target, name) => (/^(cases|lines)$/.test(String(name)) ? [] : 7) },
    );
    for (const language of LANGUAGES) {
      for (const [rule, words] of Object.entries(languageFile(language).rules)) {
        for (const says of words.says) {
          const text = sayRefusal({ rule, detail: everything }, language);
          expect(text).not.toMatch(/[{}]|undefined|NaN/);
          expect(says).toMatch(/[。.”"]$/);
        }
      }
    }
  });
});

it.each<[Language, string, string]>([
  ['zh-CN', 'subsidy-cap', '补助不超单户上限'],
  ['en', 'subsidy-cap', 'The subsidy is within the cap'],
  ['en', 'no-such-rule', 'no-such-rule'],
])('%s says what %s has found to be so', (language, rule, text) => {
  expect(sayPassed(rule, language)).toBe(text);
});

it.each([
  [0, '0.00'],
  [1, '0.01'],
  [100000, '1,000.00'],
  [304500000, '3,045,000.00'],
  [-150, '-1.50'],
])('%d fen are %s yuan', (amountFen, text) => {
  expect(sayYuan(amountFen)).toBe(text);
});

it('says quantities and shares', () => {
  expect([sayQuantity(1000), sayQuantity(1), sayQuantity(1234500)]).toEqual(['1', '0.001', '1,234.5']);
  expect(sayPercent(605)).toBe('60.5%');
});

it('says what is wrong with a field', () => {
  expect(sayValidation('plain-text', { min: 1, max: 60 }, 'en')).toContain('1 to 60');
  expect(sayValidation('required', {}, 'zh-CN')).toBe('必须填写。');
});
