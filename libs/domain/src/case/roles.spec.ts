import { staffFact } from '../staff/facts';
import type { Desk } from '../testing/desk';
import { leg, ON, openOffice, TOWN, VILLAGE } from '../testing';

const RETURN = { reasonCode: 'wrong-price', fields: ['lines'], text: 'sealed.text' };
const OTHER_TOWN = '500112141';

function grant(desk: Desk, staffId: string, role: string, territory: string): void {
  desk.record(
    `staff-${staffId}`,
    'M2',
    ON.standard,
    staffFact('RoleGranted', { role: role as 'town-cadre', territory, secondPerson: 'M1' }),
  );
}

const lastOf = (desk: Desk, caseId: string) => desk.histories.get(`case-${caseId}`)!.at(-1)!;

describe('somebody with several roles (R22)', () => {
  it('returns a plan by the role of the place, and not by one of another town', () => {
    const desk = openOffice();
    const caseId = leg.toCadreSigned(desk);
    grant(desk, 'T2', 'town-leader', OTHER_TOWN);
    const returning = { by: 'T2', at: ON.seal, input: RETURN };
    expect(desk.refusals('returnPlan', caseId, returning)).toEqual(['level-of-return']);
    grant(desk, 'T2', 'town-leader', TOWN);
    desk.do('returnPlan', caseId, returning);
    expect(lastOf(desk, caseId)).toMatchObject({
      type: 'PlanReturned',
      data: { level: 'leader' },
      metadata: { role: 'town-leader' },
    });
  });

  it('withdraws a case from the town desk when they sit there as well', () => {
    const desk = openOffice();
    grant(desk, 'T9', 'village-cadre', VILLAGE);
    grant(desk, 'T9', 'town-cadre', TOWN);
    const caseId = leg.toCadreSigned(desk);
    const input = { ground: 'declined', reason: 'sealed.reason' };
    desk.do('withdrawCase', caseId, { by: 'T9', at: ON.seal, input });
    expect(lastOf(desk, caseId).metadata.role).toBe('town-cadre');
  });
});
