import { ON, openOffice, POLICY, TOWN, VILLAGE } from '../testing';

const proposing = {
  account: 's',
  fingerprint: 'a9',
  holder: 's',
  holderRelation: 'head',
  bank: '农商行',
};

it('a town cadre who imports a roster proposes its accounts, and another person designates them (R27, R36)', () => {
  const desk = openOffice();
  desk.do('proposeAccount', 'h1', { by: 'T1', at: ON.roster, input: proposing });
  const designating = { at: ON.roster, input: {} };
  expect(desk.refusals('designateAccount', 'h1', { by: 'T1', ...designating })).toEqual(['second-person']);
  expect(desk.refusals('designateAccount', 'h1', { by: 'T2', ...designating })).toEqual([]);
});

it('a programme names its villages, and allots money to none of them (R10)', () => {
  const desk = openOffice();
  const units = [
    { code: TOWN, name: '茨竹镇', kind: 'town' },
    { code: VILLAGE, name: '演示甲村', kind: 'village' },
  ];
  const definition = { year: 2025, district: '500112', name: '', bureauName: '', demo: true };
  const opening = { ...definition, policy: POLICY, units };
  desk.do('openProgramme', '2025', { by: 'B1', at: ON.roster, input: opening });
  const allotting = (unit: string) => {
    const input = { unit, households: 1, quotaFen: 300_000 };
    return desk.refusals('allotTown', '2025', { by: 'B1', at: ON.roster, input });
  };
  expect([allotting(TOWN), allotting(VILLAGE)]).toEqual([[], ['unit-in-programme']]);
});
