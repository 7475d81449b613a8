import { ownUnit } from './own-unit';
import { postingDays } from './posting-days';

it('the posting day does not count: seven days from the 1st end with the 8th (R32)', () => {
  const posting = { postedOn: '2024-04-01', days: 7 };
  expect(postingDays(posting, '2024-04-01')).toEqual({ lastDay: '2024-04-08', gone: 0, days: 7 });
  expect(postingDays(posting, '2024-04-05').gone).toBe(4);
  expect(postingDays(posting, '2024-05-01').gone).toBe(7);
});

it('a person’s own unit comes first, and for the district its first town', () => {
  const programme = {
    units: [
      { code: '500112140v01', name: '拾篱村', kind: 'village' as const },
      { code: '500112140', name: '茨竹镇', kind: 'town' as const },
    ],
    towns: { '500112140': { households: 1, quotaFen: 0, standards: [], rosterClosed: false } },
  };
  const grant = (territory: string) => ({ grants: [{ role: 'town-cadre' as const, territory }] });
  expect(ownUnit(grant('500112133'), programme)).toBe('500112133');
  expect(ownUnit(grant('500112'), programme)).toBe('500112140');
  expect(ownUnit(undefined, undefined)).toBeUndefined();
});
