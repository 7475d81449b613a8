import type { TimelineItem } from '@yihu/api-contract';
import { caseIdOf, leg, openOffice, PLAN, stageOfCase } from '@yihu/domain/testing';
import type { Desk } from '@yihu/domain/testing';
import { changesBetween, type Words } from './changes';
import { placeOf } from './place';
import { replay } from './replay';
import { stagesAt } from './stages';

/** A history as the server hands it out. */
function itemsOf(desk: Desk, caseId: string): readonly TimelineItem[] {
  return desk.histories.get(`case-${caseId}`)!.map(({ type, data, metadata }, revision) => ({
    revision,
    id: `${caseId}-${revision}`,
    type,
    stage: '',
    actorId: metadata.actorId,
    office: metadata.office,
    role: metadata.role,
    recordedAt: metadata.recordedAt,
    ...(metadata.policyVersion !== undefined && { policyVersion: metadata.policyVersion }),
    data: JSON.parse(JSON.stringify(data)) as TimelineItem['data'],
  }));
}

const words: Words = {
  place: ({ stage, step }) => [stage, step].filter(Boolean).join('/'),
  version: (version) => `v${version}`,
  signatures: (whose) => whose.join('+'),
  staff: (staffId) => staffId,
  grounds: (grounds) => grounds.join('+'),
};

function returnedAndResubmitted(): readonly TimelineItem[] {
  const desk = openOffice();
  const caseId = leg.open(desk);
  leg.draft(desk, caseId);
  leg.signAsHousehold(desk, caseId);
  leg.signAsVillage(desk, caseId);
  const returned = { level: 'town', reasonCode: 'cells', fields: ['lines.1.unitPriceFen'], text: '高于询价' };
  desk.record(`case-${caseId}`, 'T1', '2024-03-20T03:08:00.000Z', { type: 'PlanReturned', data: returned });
  leg.draft(desk, caseId, { ...PLAN, forecastFen: 310_000 });
  return itemsOf(desk, caseId);
}

it('folds to what the server has, with the money that was paid', () => {
  const desk = openOffice();
  const caseId = leg.toFullyPaid(desk);
  const steps = replay(itemsOf(desk, caseIdOf(1)));
  const { after } = steps.at(-1)!;
  expect(after.folded.data).toEqual(desk.folded(`case-${caseId}`).data);
  expect(after.folded.stage).toBe(stageOfCase(desk, caseId));
  expect(after.paidFen).toBe(PLAN.subsidyFen + PLAN.rewardFen);
  const firstPaid = steps.find(({ item }) => item.type === 'FirstTranchePaid')!;
  expect(firstPaid.after.paidFen).toBe(PLAN.subsidyFen / 2);
  expect(firstPaid.lane).toBe('bank');
});

it('a return is remembered until the form is drawn up anew (situation 8)', () => {
  const steps = replay(returnedAndResubmitted());
  const at = steps.findIndex(({ isReturn }) => isReturn);
  expect(steps[at]!.item.type).toBe('PlanReturned');
  expect(steps[at]!.after.returned).toEqual({ fields: ['lines.1.unitPriceFen'], text: '高于询价' });
  expect(steps[at + 1]!.after.returned).toBeUndefined();
});

it('a step tells what it changed and nothing else', () => {
  const steps = replay(returnedAndResubmitted());
  const { before, after } = steps.find(({ isReturn }) => isReturn)!;
  expect(changesBetween(before, after, words)).toEqual([
    { what: 'place', before: 'drafted/village-signed', after: 'drafted/editing' },
    { what: 'signatures', before: 'household+village', after: '—' },
  ]);
});

it('reads a history whose sealed texts were left out', () => {
  const items = returnedAndResubmitted().map((item) => {
    const { text: _text, reason: _reason, grounds: _grounds, ...data } = item.data;
    return { ...item, data };
  });
  expect(replay(items).map(({ item }) => item.type)).toHaveLength(items.length);
});

it('a history that the machine cannot take is not drawn at all', () => {
  const items = returnedAndResubmitted();
  expect(() => replay([...items, { ...items[0]!, revision: items.length }])).toThrow('CaseOpened');
});

it('stages are told as they stood: gone through, parked, later, never', () => {
  const desk = openOffice();
  const steps = replay(itemsOf(desk, leg.toFirstTranchePaid(desk)));
  const at = steps.findIndex(({ item }) => item.type === 'TownCadreSigned');
  expect(stagesAt(steps, at).map(({ seen, visits, visitsLater }) => [seen, visits, visitsLater])).toEqual([
    ['walked', 1, 0],
    ['parked', 1, 0],
    ['later', 0, 1],
    ['later', 0, 1],
    ['never', 0, 0],
    ['never', 0, 0],
    ['never', 0, 0],
  ]);
  expect(placeOf(steps.at(-1)!.after.folded.node!).step).toBe('building');
});
