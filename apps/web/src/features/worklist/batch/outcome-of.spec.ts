import type { ItemResult, Problem } from '@yihu/api-contract';
import { outcomeOf } from './outcome-of';

const failed = (problem: Partial<Problem>): ItemResult => ({
  caseId: 'c',
  ok: false,
  problem: { type: '', title: '', status: 409, ...problem },
});
const change = {
  type: 'PlanDrafted',
  revision: 7,
  recordedAt: '2024-06-13T01:18:00Z',
  role: 'village-cadre',
};

it('an item ends in one word, and never in a plain success', () => {
  expect(outcomeOf({ caseId: 'c', ok: true }, undefined)).toBe('done');
  expect(outcomeOf(failed({ status: 422 }), undefined)).toBe('refused');
  expect(outcomeOf(failed({ status: 503 }), undefined)).toBe('unknown');
  expect(outcomeOf(undefined, undefined)).toBe('unticked');
});

it('what changed after it was seen was not signed', () => {
  expect(outcomeOf(failed({ changes: [change] }), undefined)).toBe('changed');
});

it('taking back has its own end, and a refusal to take back leaves it signed', () => {
  const ok = { caseId: 'c', ok: true };
  expect(outcomeOf(ok, 'undone')).toBe('undone');
  expect(outcomeOf(ok, 'unknown')).toBe('unknown');
  expect(outcomeOf(ok, { why: '已列入汇总表' })).toBe('done');
});
