import type { DemoFiles, DemoHousehold, DemoTown } from './demo-files';
import type { Office } from './office';
import type { ServerChild } from './child';

/** A household on its way through the season. */
export interface Journey {
  readonly household: DemoHousehold;
  readonly householdId: string;
  readonly caseId: string;
  readonly villageCadre: string;
  readonly townCadre: string;
}

/** A town with its people and its households. */
export interface TownCast {
  readonly town: DemoTown;
  readonly leader: string;
  readonly townCadres: readonly string[];
  readonly finance: readonly [string, string];
  readonly villages: readonly { readonly code: string; readonly cadre: string }[];
  journeys: readonly Journey[];
}

export interface Season {
  readonly files: DemoFiles;
  readonly year: number;
  readonly office: Office;
  readonly server: ServerChild;
  readonly bureau: string;
  readonly casts: readonly TownCast[];
  /** Moves the office's clock to the morning of a day of the calendar, and says what happens on it. */
  on(day: string, what: string): Promise<void>;
  /** Counts one more thing done, for the progress line. */
  done(): void;
}

/** Who works for a town, by the staff file. */
export function castOf(files: DemoFiles, town: DemoTown): TownCast {
  const of = (role: string) =>
    files.staff.filter((each) => each.role === role && each.territory.startsWith(town.code));
  const [drawer, approver] = of('town-finance').map((each) => each.key);
  const villages = [...new Set(town.households.map((household) => household.village))];
  return {
    town,
    leader: of('town-leader')[0]!.key,
    townCadres: of('town-cadre').map((each) => each.key),
    finance: [drawer!, approver!],
    villages: villages.map((code) => ({
      code,
      cadre: of('village-cadre').find((each) => each.territory === code)!.key,
    })),
    journeys: [],
  };
}

/** The journeys whose household's year goes one of these ways. */
export function withStory(cast: TownCast, ...stories: readonly string[]): readonly Journey[] {
  return cast.journeys.filter(({ household }) => stories.includes(household.plan.story));
}

/** The journeys that have a project and keep it. */
export function withProject(cast: TownCast): readonly Journey[] {
  return cast.journeys.filter(({ household }) => !['no-project', 'withdrawn'].includes(household.plan.story));
}
