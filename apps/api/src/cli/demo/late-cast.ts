import { sumFen } from '@yihu/domain';
import type { Journey } from '../season/cast';
import type { DemoPlan } from '../season/demo-files';
import type { Season } from '../season/season-of';
import { dearPlan, raisedPlans, smallPlan, totalFen, withPlans } from './late-plans';
import type { Home, PartName, Parts } from './parts';

/** What the quota still has for the plans on the town cadre's list: enough for all of them but one. */
const ROOM_LEFT_FEN = 580_000;

/** Whose late plans the town signs; together they take what the others leave. */
const SIGNED: readonly PartName[] = [
  'unsheeted',
  'toFile',
  'toReceive',
  'toSealOverdue',
  'toSubmit',
  'toSeal',
  'toSealNew',
];

const SMALL: readonly PartName[] = ['unsignedByVillage', 'overdue', 'unsigned', 'unsignedByOther'];

/**
 * The parts with the plans that late households agree on: the quota has room for every plan that waits for the
 * town cadre, but for one (R18).
 */
export async function withLatePlans(season: Season, home: Home, parts: Parts): Promise<Parts> {
  const { policy } = season.files.definition;
  const { households } = home.cast.town;
  const usual = households.find(({ year }) => year.story === 'main')!.year.plans[0]!;
  const planOf = ({ household }: Journey): DemoPlan => household.year.plans.at(-1) ?? usual;
  const changed = (name: PartName, story: string, plans: (plan: DemoPlan) => readonly DemoPlan[]) => [
    name,
    parts[name].map((journey) => withPlans(journey, story, plans(planOf(journey)))),
  ];
  const raised = await raisedToRoom(
    season,
    home,
    SIGNED.flatMap((name) => parts[name]),
    planOf,
  );
  return {
    ...parts,
    ...Object.fromEntries([
      ...SIGNED.map((name) => [
        name,
        parts[name].map((journey) => withPlans(journey, 'main', [raised.get(journey)!])),
      ]),
      ...SMALL.map((name) => changed(name, 'main', (plan) => [smallPlan(plan)])),
      changed('returned', 'returned-town', (plan) => [dearPlan(smallPlan(plan)), smallPlan(plan)]),
      changed('resubmitted', 'returned-town', (plan) => [dearPlan(smallPlan(plan)), smallPlan(plan)]),
      changed('atCap', 'main', (plan) => [{ ...plan, rewardFen: 0 }]),
      changed('tooBig', 'main', (plan) => [{ ...plan, rewardFen: policy.rewardCapFen }]),
    ]),
  };
}

async function raisedToRoom(
  { office, year, files }: Season,
  { cast }: Home,
  journeys: readonly Journey[],
  planOf: (journey: Journey) => DemoPlan,
): Promise<ReadonlyMap<Journey, DemoPlan>> {
  const path = `/api/programmes/${year}/towns/${cast.town.code}`;
  const { roomFen } = await office.get<{ readonly roomFen: number }>(cast.leader, path);
  const plans = journeys.map(planOf);
  const moreFen = roomFen - ROOM_LEFT_FEN - sumFen(plans.map(totalFen));
  const raised = raisedPlans(plans, moreFen, files.definition.policy);
  return new Map(journeys.map((journey, index) => [journey, raised[index]!]));
}
