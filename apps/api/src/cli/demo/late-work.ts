import * as building from '../season/building';
import { act } from '../season/case-desk';
import { eachJourney, eachTown } from '../season/crowd';
import * as filing from '../season/filing';
import * as paying from '../season/paying';
import * as planning from '../season/planning';
import type { Season } from '../season/season-of';
import * as signing from '../season/town-signing';
import type { Journey } from '../season/cast';
import type { NeighbourName } from './neighbours';
import type { PartName } from './parts';

type Step = (season: Season) => Promise<unknown>;

export type GroupName = PartName | NeighbourName;

/** What is done for some households on a day, beside the season. */
export interface LateWork {
  /** ISO date. */
  readonly date: string;
  readonly groups: readonly GroupName[];
  readonly steps: readonly Step[];
}

const june = (day: string, groups: readonly GroupName[], ...steps: readonly Step[]): LateWork => ({
  date: `2024-06-${day}`,
  groups,
  steps,
});

const { draftPlans, signAsHouseholds, signAsVillages } = planning;
const { drawSummaries, sealSummaries, submitSummaries, receiveSummaries } = filing;
const { signAcceptances } = building;
const { returnAsTowns, redraftForTowns } = signing;
const { releaseBatches, importPaidResults, drawSecondBatches } = paying;

const SHEETS: readonly PartName[] = [
  'toFile',
  'toReceive',
  'toSealOverdue',
  'toSubmit',
  'toSeal',
  'toSealNew',
];

/**
 * In the order of the days: what the demo's morning finds on the desks of the home town. All of it comes after the
 * acceptances of the season, which give room back to the quota.
 */
export const LATE_WORK: readonly LateWork[] = [
  june('06', [...SHEETS, 'unsheeted', 'resubmitted', 'overdue'], draftPlans, signAsHouseholds),
  june('06', ['firstReleased'], paying.drawFirstBatches, releaseBatches),
  june('06', ['slowNeighbour'], drawSummaries, sealSummaries, submitSummaries),
  june('07', [...SHEETS, 'unsheeted', 'resubmitted', 'overdue'], signAsVillages),
  june('07', [...SHEETS, 'unsheeted'], signing.signAsTowns),
  june('07', ['toFile', 'toReceive'], drawSummaries, sealSummaries, submitSummaries),
  june('07', ['toSealOverdue'], drawSummaries),
  june('07', ['resubmitted'], returnAsTowns),
  june('07', ['returned', 'unsignedByVillage', 'unsigned', 'unsignedByOther'], draftPlans),
  june('07', ['tooBig', 'atCap'], draftPlans, signAsHouseholds),
  june('07', ['secondPaid'], drawSecondBatches, releaseBatches),
  june('08', ['acceptableToday'], signAcceptances),
  june('10', ['returned', 'unsigned', 'unsignedByOther'], signAsHouseholds, signAsVillages),
  june('11', ['toFile'], receiveSummaries),
  june('11', ['toSubmit'], drawSummaries),
  june('11', ['toSeal'], drawSummaries),
  june('11', ['resubmitted'], redraftForTowns),
  june('11', ['tooBig', 'atCap'], signAsVillages),
  june('11', ['unsignedByVillage'], signAsHouseholds),
  june('11', ['acceptableNew'], signAcceptances),
  june('11', ['rectifying'], orderRectification),
  june('11', ['firstDrawnByOther'], drawAs('second')),
  june('11', ['secondApproved'], drawSecondBatches),
  june('11', ['secondPaid'], importPaidResults),
  june('11', ['neighbour'], drawSummaries, sealSummaries, submitSummaries),
  june('12', ['toSubmit'], sealSummaries),
  june('12', ['toSealNew'], drawSummaries),
  june('12', ['returned'], returnAsTowns),
  june('12', ['frozen'], freeze),
  june('12', ['firstDrawn'], drawAs('first')),
];

async function orderRectification(season: Season): Promise<void> {
  await eachJourney(season, everyone, (journey) =>
    act(season, journey.townCadre, journey, 'order-rectification', {
      reasonCode: 'not-as-filed',
      fields: ['lines.1.acceptedMilli'],
      text: '现场数量与验收表不符，请补齐后重新报验。',
      dueOn: '2024-06-14',
    }),
  );
}

async function freeze(season: Season): Promise<void> {
  await eachJourney(season, everyone, (journey, cast) =>
    act(season, cast.leader, journey, 'freeze', {
      ground: 'objection',
      reference: '演示茨竹信访〔2024〕7号',
    }),
  );
}

/** One of the two of finance draws a first transfer, which the other has not approved yet. */
function drawAs(which: 'first' | 'second'): Step {
  return (season) =>
    eachTown(season, async ({ finance: [first, second], town, journeys }) => {
      if (journeys.length === 0) return;
      await season.office.post({
        by: which === 'first' ? first : second,
        path: '/api/payments/draw',
        body: {
          year: season.year,
          town: town.code,
          tranche: 1,
          caseIds: journeys.map(({ caseId }) => caseId),
        },
        again: `${town.code} unapproved`,
      });
    });
}

const everyone = ({ journeys }: { readonly journeys: readonly Journey[] }) => journeys;
