import { findHousehold, listHouseholds } from './households';
import { findStaff, listStaff, rolesOf } from './staff';
import { householdFact, staffFact } from './testing/office-facts';
import { openTestFolder, type TestFolder } from './testing/open-folder';
import { record } from './testing/record';

const registered = (householdCode: string, village: string) =>
  householdFact('HouseholdRegistered', {
    year: 2024,
    householdCode,
    name: 'sealed:name',
    identity: 'sealed:identity',
    phone: 'sealed:phone',
    identityFingerprint: 'fingerprint',
    memberCount: 4,
    householdClass: 'unstable',
    town: '500112133',
    village,
    listedOn: '2024-03-01',
  });
const proposed = householdFact('AccountProposed', {
  accountRef: 'account-1',
  account: 'sealed:account',
  holder: 'sealed:holder',
  holderRelation: 'head',
  bank: '农商行',
  fingerprint: 'fingerprint',
});
const designated = householdFact('AccountDesignated', {
  accountRef: 'account-1',
  fingerprint: 'fingerprint',
  proposedBy: 'zhang',
});

describe('households', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  it('keep the roster entry and the sealed name as it is', async () => {
    const abandoned = householdFact('DecisionAbandoned', { commandId: 'c', reason: 'none' });
    record(folder.store, 'household-1', registered('HH0001', 'v01'), abandoned);
    record(
      folder.store,
      'household-1',
      householdFact('HouseholdAdmitted', {
        householdClass: 'marginal',
        recognisedOn: '2024-03-02',
        docNo: 'doc',
      }),
    );
    const { models } = await folder.follow();
    expect(await findHousehold(models.database, '1')).toEqual({
      householdId: '1',
      householdCode: 'HH0001',
      year: 2024,
      town: '500112133',
      village: 'v01',
      householdClass: 'marginal',
      memberCount: 4,
      name: 'sealed:name',
      phone: 'sealed:phone',
      accountState: 'none',
      accountRef: null,
      revision: 2,
      incomplete: 0,
    });
  });

  it('show how far the account is', async () => {
    record(folder.store, 'household-1', registered('HH0001', 'v01'));
    record(folder.store, 'household-2', registered('HH0002', 'v01'), proposed);
    record(folder.store, 'household-3', registered('HH0003', 'v02'), proposed, designated);
    record(folder.store, 'household-4', registered('HH0004', 'v02'), proposed, designated, proposed);
    const { models } = await folder.follow();
    const { rows } = await listHouseholds(models.database, {}, { limit: 10 });
    expect(rows.map(({ accountState, accountRef }) => [accountState, accountRef])).toEqual([
      ['none', null],
      ['proposed', null],
      ['designated', 'account-1'],
      ['proposed', 'account-1'],
    ]);
    const waiting = await listHouseholds(
      models.database,
      { accountState: 'proposed', village: 'v02' },
      { limit: 10 },
    );
    expect(waiting.rows.map((row) => row.householdCode)).toEqual(['HH0004']);
  });

  it('are paged by code', async () => {
    for (const number of [3, 1, 2])
      record(folder.store, `household-${number}`, registered(`HH000${number}`, 'v01'));
    const { models } = await folder.follow();
    const page = await listHouseholds(models.database, { text: 'hh' }, { limit: 2 });
    expect(page).toMatchObject({ total: 3, nextAfterHouseholdId: '2' });
    const rest = await listHouseholds(models.database, {}, { limit: 2, afterHouseholdId: '2' });
    expect(rest.rows.map((row) => row.householdId)).toEqual(['3']);
    expect(rest.nextAfterHouseholdId).toBeUndefined();
  });
});

describe('staff', () => {
  let folder: TestFolder;

  beforeEach(() => {
    folder = openTestFolder();
  });
  afterEach(() => folder.close());

  it('have the roles that were granted and not revoked', async () => {
    const office = staffFact('StaffRegistered', { name: 'sealed:name', office: '财政办', unit: '500112133' });
    const granted = (role: 'town-cadre' | 'town-finance') =>
      staffFact('RoleGranted', { role, territory: '500112133', secondPerson: 'wu' });
    const revoked = staffFact('RoleRevoked', { role: 'town-cadre', reason: 'moved' });
    record(folder.store, 'staff-lan', office, granted('town-cadre'), granted('town-finance'), revoked);
    const gone = staffFact('StaffDisabled', { reason: 'retired' });
    record(folder.store, 'staff-wu', office, granted('town-cadre'), gone);
    const { models } = await folder.follow();
    const lan = await findStaff(models.database, 'lan');
    expect(lan).toMatchObject({
      office: '财政办',
      unit: '500112133',
      name: 'sealed:name',
      disabled: 0,
      revision: 3,
    });
    expect(rolesOf(lan!)).toEqual([{ role: 'town-finance', territory: '500112133' }]);
    expect(await findStaff(models.database, 'wu')).toMatchObject({ disabled: 1, roles: '[]' });
    expect((await listStaff(models.database)).map((each) => each.staffId)).toEqual(['lan', 'wu']);
    expect(await listStaff(models.database, { unit: 'elsewhere' })).toEqual([]);
  });
});
