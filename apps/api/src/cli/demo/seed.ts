import { v5 as uuidV5 } from 'uuid';
import type { Configuration } from '../../configuration';
import { startInnerServer, type InnerServer } from '../../server';
import type { DemoNotes } from '../../session/demo-notes';
import { appointAdministrator } from '../../staff/appoint';
import type { DemoFiles } from '../season/demo-files';
import type { Progress } from '../season/progress';
import { seasonOf, type SeasonServer } from '../season/season-of';
import { openInnerOffice } from './inner-office';
import { notesOf } from './notes';
import { countSteps, playPicture } from './picture';

/** Appointments of a demo are told by whom they make, so a repeated one is the same one. */
const APPOINTMENTS = 'b3f5f1de-3d7a-5f0e-8c3b-5d2f4a6c8e10';

interface Seeding {
  readonly configuration: Configuration;
  readonly files: DemoFiles;
  readonly progress: Progress;
}

/** Plays the demo into an empty folder, in this process and without a socket. */
export async function seedDemo({ configuration, files, progress }: Seeding): Promise<DemoNotes> {
  let now = new Date(0);
  const clock = () => now;
  const server = await startInnerServer({ configuration, clock, demo: true });
  try {
    const seasonServer: SeasonServer = {
      setClock: async (next) => void (now = new Date(next)),
      appoint: (staff) => appoint(server, clock, staff),
    };
    const office = openInnerOffice(server);
    const counted = countedProgress(progress, () => countSteps(season));
    const season = seasonOf({ files, office, server: seasonServer, progress: counted });
    const picture = await playPicture(season);
    await server.projector.caughtUp();
    return notesOf(season, picture);
  } finally {
    await server.close();
  }
}

async function appoint(
  server: InnerServer,
  clock: () => Date,
  staff: Parameters<SeasonServer['appoint']>[0],
) {
  const commandId = uuidV5(staff.staffId, APPOINTMENTS);
  const { revision, stream } = await appointAdministrator({ ...server, clock }, staff, commandId);
  await server.projector.waitFor(stream, revision, 2000);
  return { staffId: staff.staffId, revision };
}

/** The season counts its own steps, up to an end that the demo does not play. */
function countedProgress(progress: Progress, count: () => number): Progress {
  let played = 0;
  return {
    ...progress,
    step(told) {
      progress.step({ ...told, played, all: count() });
      played += 1;
    },
  };
}
