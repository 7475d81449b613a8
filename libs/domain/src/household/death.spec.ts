import type { Desk } from '../testing/desk';
import { caseState, leg, ON, openOffice } from '../testing';

/** A death in the first household, told by the village cadre with the paper that says so. */
function died(desk: Desk, member: 'head' | 'member', wasHolder = false) {
  const input = { member, wasHolder, diedOn: '2024-05-09', docNo: '死亡证明1号' };
  return desk.do('recordDeath', 'h1', { by: 'V1', at: ON.closed, input });
}

describe('a death in the household (situation 9, R20)', () => {
  it.each([
    ['of its head', 'head', false],
    ['of whoever holds the account', 'member', true],
  ] as const)('%s freezes the case, so that nothing is paid', (_whose, member, wasHolder) => {
    const desk = openOffice();
    const caseId = leg.toFirstTranchePaid(desk);
    died(desk, member, wasHolder);
    expect(caseState(desk, caseId).freezes).toEqual(['death']);
    expect(desk.refusals('acceptWork', caseId, { by: 'T1', at: ON.closed })).toContain('not-frozen');
    const input = { ground: 'death', outcome: 'sealed.outcome' };
    desk.do('unfreezeCase', caseId, { by: 'L1', at: ON.closed, input });
    expect(caseState(desk, caseId).freezes).toEqual([]);
  });

  it('of another member is recorded, and the case goes on', () => {
    const desk = openOffice();
    const caseId = leg.toFiled(desk);
    expect(died(desk, 'member').map((fact) => fact.type)).toEqual(['MemberDied']);
    expect(caseState(desk, caseId).freezes).toEqual([]);
  });

  it.each([
    ['is not opened yet', () => undefined],
    ['has ended', (desk: Desk) => leg.toClosed(desk)],
  ])('freezes no case that %s', (_what, reach) => {
    const desk = openOffice();
    reach(desk);
    expect(died(desk, 'head', true).map((fact) => fact.type)).toEqual(['MemberDied']);
  });
});
