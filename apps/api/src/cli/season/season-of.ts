import { castOf, type TownCast } from './cast';
import type { DemoFiles } from './demo-files';
import { createForwardClock, type ForwardClock } from './forward-clock';
import type { Office } from './office';
import type { Progress } from './progress';
import type { ExpectedRefusal } from './refused';

/** What a season needs of the server beside what people do at their screens. */
export interface SeasonServer {
  /** Sets the office's clock, in UTC. */
  setClock(now: string): Promise<void>;
  /** Makes one of the first two administrators; there is nobody yet who could do it at a screen. */
  appoint(staff: {
    readonly staffId: string;
    readonly name: string;
    readonly office: string;
    readonly unit: string;
  }): Promise<{ readonly staffId: string; readonly revision: number }>;
}

/** A season being played: its people, its papers, its clock, and how far it is. */
export interface Season {
  readonly files: DemoFiles;
  readonly year: number;
  readonly office: Office;
  readonly server: SeasonServer;
  readonly clock: ForwardClock;
  readonly progress: Progress;
  readonly bureau: string;
  readonly casts: readonly TownCast[];
  /** How many of the steps are played. */
  stepsPlayed: number;
  /** What was refused on purpose. */
  readonly refusals: ExpectedRefusal[];
  /** The revision of the programme that the bureau and the leaders have last seen. */
  programmeRevision: number;
}

export interface SeasonParts {
  readonly files: DemoFiles;
  readonly office: Office;
  readonly server: SeasonServer;
  readonly progress: Progress;
}

/** A season at its beginning, with nothing done yet. */
export function seasonOf({ files, office, server, progress }: SeasonParts): Season {
  return {
    files,
    year: files.definition.year,
    office,
    server,
    clock: createForwardClock(server),
    progress,
    bureau: files.staff.find((each) => each.role === 'bureau')!.key,
    casts: files.towns.map((town) => castOf(files, town)),
    stepsPlayed: 0,
    refusals: [],
    programmeRevision: -1,
  };
}
