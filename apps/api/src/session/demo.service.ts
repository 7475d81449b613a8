import { Inject, Injectable } from '@nestjs/common';
import type { DemoAccount, DemoView } from '@yihu/api-contract';
import { dayInShanghai, policyOn, type ProgrammeState, type Role, type StaffState } from '@yihu/domain';
import { listProgrammeYears, listStaff, rolesOf } from '@yihu/read-models';
import { loadExisting } from '../commands/load-existing';
import { RequestProblem } from '../http/request-problem';
import { nameFor } from '../people/reader';
import { ServerParts } from '../server-parts';
import { DEMO_NOTES, type DemoNotes } from './demo-notes';

type NotedAccount = DemoNotes['accounts'][number];

/** In the order in which a case meets them. */
const ROLES: readonly Role[] = [
  'village-cadre',
  'town-cadre',
  'town-leader',
  'bureau',
  'town-finance',
  'supervisor',
  'administrator',
];

/** What the visitors of a demo are told before they are anybody. */
@Injectable()
export class DemoService {
  constructor(
    private readonly parts: ServerParts,
    @Inject(DEMO_NOTES) private readonly notes: DemoNotes,
  ) {}

  /** Throws `RequestProblem` while there is no programme. */
  async view(): Promise<DemoView> {
    const { engine, readModels, clock } = this.parts;
    const [year] = await listProgrammeYears(readModels.database);
    if (year === undefined) throw new RequestProblem('not-found');
    const programme = await loadExisting<ProgrammeState>(engine, 'programme', String(year));
    const now = clock().toISOString();
    const { deadlines } = policyOn(programme, dayInShanghai(now))!.policy;
    const towns = Object.values(programme.towns);
    return {
      now,
      year,
      districtName: this.notes.districtName || programme.district,
      towns: towns.length,
      households: towns.reduce((sum, { households }) => sum + households, 0),
      quotaFen: towns.reduce((sum, { quotaFen }) => sum + quotaFen, 0),
      deadlines: { completion: deadlines.build, noticePhotos: deadlines.photos },
      accounts: await this.accounts(),
      stories: this.notes.stories,
    };
  }

  private async accounts(): Promise<readonly DemoAccount[]> {
    const noted = this.notes.accounts.length > 0 ? this.notes.accounts : await this.oneOfEachRole();
    const accounts = await Promise.all(noted.map((account) => this.account(account)));
    return accounts.filter((account) => account !== undefined);
  }

  /** The account as it is now; none for whoever lost all roles. */
  private async account({ key, staffId, surface }: NotedAccount): Promise<DemoAccount | undefined> {
    const { engine, vault } = this.parts;
    const { name, office, grants } = (await engine.load(`staff-${staffId}`)).data as StaffState;
    const [grant] = grants;
    if (!grant) return undefined;
    const clear = nameFor(vault, `staff-${staffId}`, name, true) ?? '';
    return { key, staffId, name: clear, office, role: grant.role, territory: grant.territory, surface };
  }

  private async oneOfEachRole(): Promise<readonly NotedAccount[]> {
    const staff = await listStaff(this.parts.readModels.database);
    return ROLES.flatMap((role) => {
      const member = staff.find((each) => rolesOf(each)[0]?.role === role);
      const surface = role === 'village-cadre' ? 'phone' : 'desk';
      return member ? [{ key: member.staffId, staffId: member.staffId, surface }] : [];
    });
  }
}
