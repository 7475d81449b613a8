import type { DistrictSummaryView, DistrictTownRow } from '@yihu/api-contract';
import { STAGES, type ProgrammeState } from '@yihu/domain';
import { roomFenOf, type DistrictTown } from '@yihu/read-models';

type Total = DistrictSummaryView['total'];

/** A programme's towns in its own order, and all together. Only units that were allotted a quota have a row. */
export function districtSummaryView(
  { year, closed, units, towns: allotted }: ProgrammeState,
  found: ReadonlyMap<string, DistrictTown>,
): DistrictSummaryView {
  const towns = units
    .filter(({ code }) => Object.hasOwn(allotted, code))
    .map(({ code, name }) => townRow(code, name, allotted[code]!.households, found.get(code)));
  return { year, closed, towns, total: towns.reduce<Total>(added, nothing) };
}

function townRow(
  town: string,
  townName: string,
  households: number,
  found: DistrictTown | undefined,
): DistrictTownRow {
  // A ledger that could not be read at all leaves its town without figures, and that is told.
  if (!found) return { town, townName, ...nothing, households, closed: false, incomplete: true };
  const { allottedFen, reservedFen, paidFirstFen, paidSecondFen, rewardFen, closed } = found.ledger;
  return {
    town,
    townName,
    households,
    stages: { ...noStages, ...found.stages },
    allottedFen,
    reservedFen,
    roomFen: roomFenOf(found.ledger),
    paidFirstFen,
    paidSecondFen,
    paidRewardFen: rewardFen,
    closed: closed === 1,
    incomplete: found.incomplete,
  };
}

const noStages: Readonly<Record<string, number>> = Object.fromEntries(STAGES.map((stage) => [stage, 0]));

const nothing: Total = {
  households: 0,
  stages: noStages,
  allottedFen: 0,
  reservedFen: 0,
  roomFen: 0,
  paidFirstFen: 0,
  paidSecondFen: 0,
  paidRewardFen: 0,
};

function added(sum: Total, row: Total): Total {
  return {
    households: sum.households + row.households,
    stages: Object.fromEntries(STAGES.map((stage) => [stage, sum.stages[stage]! + row.stages[stage]!])),
    allottedFen: sum.allottedFen + row.allottedFen,
    reservedFen: sum.reservedFen + row.reservedFen,
    roomFen: sum.roomFen + row.roomFen,
    paidFirstFen: sum.paidFirstFen + row.paidFirstFen,
    paidSecondFen: sum.paidSecondFen + row.paidSecondFen,
    paidRewardFen: sum.paidRewardFen + row.paidRewardFen,
  };
}
