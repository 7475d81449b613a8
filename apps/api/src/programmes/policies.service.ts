import { Injectable } from '@nestjs/common';
import { addDays, dayInShanghai, policyOn, type Policy, type ProgrammeState } from '@yihu/domain';
import { listProgrammeYears, type Deadline, type DuePolicy } from '@yihu/read-models';
import { ServerParts } from '../server-parts';

/** The office's day, and what every programme's policy says of days and amounts. */
export interface PoliciesToday {
  /** UTC. */
  readonly now: string;
  readonly today: string;
  readonly policies: readonly (DuePolicy & Pick<Policy, 'subsidyCapFen'>)[];
  /** Years in which the second tranche waits for the result notice. */
  readonly noticeBeforeSecond: readonly number[];
}

/** The policies of all programmes, as questions about days need them. */
@Injectable()
export class PoliciesService {
  constructor(private readonly parts: ServerParts) {}

  async today(): Promise<PoliciesToday> {
    return this.ofYears(await listProgrammeYears(this.parts.readModels.database));
  }

  /** The same for one year's programme, which asks no table. */
  ofYear(year: number): Promise<PoliciesToday> {
    return this.ofYears([year]);
  }

  private async ofYears(years: readonly number[]): Promise<PoliciesToday> {
    const { clock, engine } = this.parts;
    const now = clock().toISOString();
    const today = dayInShanghai(now);
    const programmes = await Promise.all(
      years.map(async (year) => (await engine.load(`programme-${year}`)).data as ProgrammeState),
    );
    const gated = programmes.filter(
      (each) => policyOn(each, today)?.policy.resultNoticeGate === 'second-tranche',
    );
    return {
      now,
      today,
      policies: programmes.flatMap((each) => policiesOf(each, today)),
      noticeBeforeSecond: gated.map(({ year }) => year),
    };
  }
}

function policiesOf(programme: ProgrammeState, today: string): PoliciesToday['policies'] {
  const newest = policyOn(programme, today)?.version;
  return programme.policies.map(({ version, policy }) => ({
    year: programme.year,
    version,
    isNewest: version === newest,
    lastDays: lastDaysOf(policy),
    stepDays: policy.stepDays ?? {},
    subsidyCapFen: policy.subsidyCapFen,
  }));
}

/** Read strictly, 某日前 leaves out the day itself (A12). */
function lastDaysOf({ deadlines, deadlinesInclusive }: Policy): Readonly<Record<Deadline, string>> {
  const lastDay = (day: string) => (deadlinesInclusive ? day : addDays(day, -1));
  const { build, accept, pay, photos } = deadlines;
  return {
    build: lastDay(build),
    accept: lastDay(accept),
    pay: lastDay(pay),
    photos: lastDay(photos),
  };
}
