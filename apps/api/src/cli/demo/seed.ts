import type { Configuration } from '../../configuration';
import { startInnerServer } from '../../server';
import type { DemoNotes } from '../../session/demo-notes';
import { appointInDemo } from '../../staff/appoint-in-demo';
import type { DemoFiles } from '../season/demo-files';
import type { Progress } from '../season/progress';
import { seasonOf, type SeasonServer } from '../season/season-of';
import { openInnerOffice } from './inner-office';
import { notesOf } from './notes';
import { countSteps, playPicture } from './picture';

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
      appoint: (staff) => appointInDemo(server, clock, staff),
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
