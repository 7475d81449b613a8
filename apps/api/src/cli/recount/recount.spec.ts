import { canonicalJson } from './canonical-json';
import { recount } from './recount';
import { cleanHistory, openedProgramme, OTHER_TOWN, TOWN } from './testing/clean-history';
import { plotOf, problemsAfter, problemsAfterMeddling } from './testing/plant';
import { asText, recorded } from './testing/told';

const MAIN = 'case-2024-main';

const cleanLines = (): string[] => asText(recorded(cleanHistory()));

describe('a clean history', () => {
  test('has no problem', async () => {
    expect((await recount(cleanLines())).problems).toEqual([]);
  });

  test('is counted by stage and by town', async () => {
    expect((await recount(cleanLines())).figures).toEqual({
      households: 9,
      events: cleanLines().length,
      stages: {
        drafted: 0,
        'cadre-signed': 0,
        filed: 0,
        'first-tranche-paid': 0,
        accepted: 1,
        'fully-paid': 4,
        closed: 1,
        withdrawn: 1,
        terminated: 1,
        'no-project': 1,
      },
      reached: {
        drafted: 9,
        'cadre-signed': 8,
        filed: 7,
        'first-tranche-paid': 7,
        accepted: 6,
        'fully-paid': 5,
      },
      towns: [
        {
          town: TOWN,
          households: 7,
          allottedFen: 2_100_000,
          // main 163,000 + 50,000; overpaid 120,000; one fen 1 + 100,000; corrected and reversed 200,000 each.
          reservedFen: 212_999 + 120_000 + 100_001 + 200_000 + 200_000,
          paidFirstFen: 99_999 + 120_000 + 100_000 + 100_000,
          paidSecondFen: 63_000 + 1 + 100_000 + 100_000,
          rewardFen: 50_000 + 100_000,
        },
        {
          town: OTHER_TOWN,
          households: 2,
          allottedFen: 600_000,
          reservedFen: 100_000 + 189_999,
          paidFirstFen: 149_999,
          paidSecondFen: 0,
          rewardFen: 0,
        },
      ],
    });
  });

  test('may come from a stream that is read bit by bit', async () => {
    async function* slowly(): AsyncGenerator<string> {
      for (const line of cleanLines()) yield await Promise.resolve(line);
    }
    expect(await recount(slowly())).toEqual(await recount(cleanLines()));
  });

  test('may have numbers for positions and an empty line at its end', async () => {
    const lines = recorded(cleanHistory()).map((line, index) => JSON.stringify({ ...line, position: index }));
    expect((await recount([...lines, ''])).problems).toEqual([]);
  });

  test('may be empty', async () => {
    const { problems, figures } = await recount([]);
    expect(problems).toEqual([]);
    expect(figures).toMatchObject({ households: 0, events: 0, towns: [] });
  });
});

describe('the eleven towns together', () => {
  const COUNTS = [16, 24, 135, 142, 109, 46, 128, 58, 112, 121, 124];
  const towns = (counts: readonly number[]) =>
    counts.map((count, index): [string, number] => [`5001121${20 + index}`, count]);

  test('have 1,015 households and 3,045,000.00 yuan (A1, A2)', async () => {
    expect((await recount(asText(recorded(openedProgramme(towns(COUNTS)))))).problems).toEqual([]);
  });

  test('are found to have another number of households, and so another sum', async () => {
    const { problems } = await recount(asText(recorded(openedProgramme(towns([17, ...COUNTS.slice(1)])))));
    expect(problems).toEqual([
      expect.objectContaining({
        invariant: 'A2',
        message: expect.stringContaining('1016 households, not 1015'),
      }),
      expect.objectContaining({
        invariant: 'A1',
        message: expect.stringContaining('3048000.00, not 3045000.00'),
      }),
    ]);
  });

  test('are not asked for totals while one is missing', async () => {
    expect((await recount(asText(recorded(openedProgramme(towns([17, 24])))))).problems).toEqual([]);
  });
});

describe('what cannot be read', () => {
  test.each([
    ['no JSON', '{"position":'],
    ['no object', '[1]'],
    ['no stream', '{"position":"1","revision":0,"id":"x","type":"CaseOpened","data":{},"metadata":{}}'],
    [
      'no whole revision',
      '{"position":"1","stream":"case-1","revision":0.5,"id":"x","type":"T","data":{},"metadata":{}}',
    ],
  ])('a line with %s is a finding with its number, and the rest is still counted', async (_, line) => {
    const { problems, figures } = await recount([line, ...cleanLines()]);
    expect(problems).toEqual([expect.objectContaining({ invariant: 'readable', position: 'line 1' })]);
    expect(figures.households).toBe(9);
  });

  test.each([
    ['a missing amount', 'ledger-2024-500112140', 'MoneyReserved', { subsidyFen: undefined }],
    ['an amount with a fraction', 'ledger-2024-500112140', 'MoneyReserved', { subsidyFen: 0.5 }],
    ['an amount below zero', 'ledger-2024-500112140', 'MoneyReserved', { rewardFen: -1 }],
    ['an amount written as text', 'ledger-2024-500112140', 'MoneyReserved', { rewardFen: '1' }],
    ['no case', 'ledger-2024-500112140', 'MoneyReserved', { caseId: 7 }],
    ['no list of lines', 'case-2024-main', 'PlanDrafted', { lines: {} }],
    ['no income', 'case-2024-main', 'AcceptanceDrafted', { income: null }],
  ])('a payload with %s is a finding and ends nothing', async (_, stream, type, changes) => {
    const problems = await problemsAfterMeddling((lines) => {
      Object.assign(lines.find((line) => line.stream === stream && line.type === type)!.data, changes);
    });
    expect(problems).toContainEqual(expect.objectContaining({ invariant: 'readable', stream }));
  });

  test('a time that is none is a finding', async () => {
    const problems = await problemsAfterMeddling((lines) => {
      lines.find(({ type }) => type === 'TownAllotted')!.metadata['recordedAt'] = 'yesterday';
    });
    expect(problems).toContainEqual(expect.objectContaining({ invariant: 'readable' }));
    expect(problems).toContainEqual(expect.objectContaining({ invariant: 'recorded-at' }));
  });
});

test('the canonical text is that of RFC 8785, section 3.2', () => {
  const value = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  ) as unknown;
  expect(canonicalJson(value)).toBe(
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('a fault is told with its stream and its position', async () => {
  const problems = await problemsAfter(
    (plot) => (plot.data(MAIN, 'FirstTranchePaid')['amountFen'] = 100_000),
  );
  expect(problems).toEqual([
    {
      invariant: 'A6',
      stream: MAIN,
      position: expect.stringMatching(/^\d+$/),
      message: 'the case says 1000.00, its ledger 999.99',
    },
  ]);
});

test('a plot names what the history does not hold', () => {
  expect(() => plotOf([]).data(MAIN, 'CaseOpened')).toThrow('The history holds no CaseOpened');
});
