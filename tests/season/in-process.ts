import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 as uuid } from 'uuid';
import type { CasePage } from '@yihu/api-contract';
import type { DemoFiles } from '../../apps/api/src/cli/season/demo-files';
import { openOffice } from '../../apps/api/src/cli/season/http-office';
import { silent } from '../../apps/api/src/cli/season/progress';
import { seasonOf, type Season } from '../../apps/api/src/cli/season/season-of';
import { readConfiguration } from '../../apps/api/src/configuration';
import { startServer } from '../../apps/api/src/server';
import { appointAdministrator } from '../../apps/api/src/staff/appoint';

/** A season whose server runs in this process, so that a test can stop it anywhere and look. */
export interface SeasonInProcess {
  readonly season: Season;
  /** The stage of every case, by 户编号. */
  stages(): Promise<Readonly<Record<string, string>>>;
  /** The types of a case's facts, in order. */
  facts(householdCode: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function startSeason(files: DemoFiles): Promise<SeasonInProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'yihu-play-'));
  let now = new Date('2024-02-26T00:00:00.000Z');
  const clock = () => now;
  const configuration = readConfiguration({ DATA_DIR: folder, PORT: '0' });
  const server = await startServer({ configuration, demo: true, clock, log: () => undefined });
  const office = openOffice(server.url);
  const season = seasonOf({
    files,
    office,
    progress: silent,
    server: {
      setClock: async (next) => void (now = new Date(next)),
      async appoint(staff) {
        const { stream, revision } = await appointAdministrator({ ...server, clock }, staff, uuid());
        await server.projector.waitFor(stream, revision, 2000);
        return { staffId: staff.staffId, revision };
      },
    },
  });
  const cases = async () =>
    (await office.get<CasePage>(season.bureau, `/api/cases?year=${season.year}&limit=200`)).items;
  return {
    season,
    async stages() {
      return Object.fromEntries((await cases()).map(({ householdCode, stage }) => [householdCode, stage]));
    },
    async facts(householdCode) {
      const { caseId } = (await cases()).find((each) => each.householdCode === householdCode)!;
      const items = await office.get<readonly { type: string }[]>(
        season.bureau,
        `/api/cases/${caseId}/events?limit=200`,
      );
      return items.map(({ type }) => type);
    },
    async close() {
      office.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
