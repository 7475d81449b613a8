import { postBatch } from './batches';
import { act } from './case-desk';
import { withProject, withStory, type Journey, type SheetInHand, type TownCast } from './cast';
import { eachJourney, eachTown } from './crowd';
import { photo } from './photos';
import { redraft, signAsVillage } from './planning';
import type { Season } from './season-of';
import { signAsTown } from './town-signing';

interface SummaryScreen {
  readonly sheets: readonly { readonly no: number; readonly hash: string; readonly modalPermille: number }[];
}

const RETURNED = 'filing-returned';

/** F2 of a town, with every household that has a project. */
export async function drawSummaries(season: Season): Promise<void> {
  await eachTown(season, (cast) => draw(season, cast, withProject(cast)));
}

export async function sealSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const sheet of cast.sheets) await seal(season, cast, sheet);
  });
}

export async function submitSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const { no } of cast.sheets) await onSummary(season, cast, cast.townCadres[0]!, 'submit', { no });
  });
}

/** The bureau puts its number on every sheet, and names who is not filed because a form is wanting. */
export async function receiveSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const { no, kind, journeys } of cast.sheets) {
      const returned = kind === 'main' ? journeys.filter(isReturned).map(({ caseId }) => caseId) : [];
      const body = { no, receiptNo: receiptOf(season, cast, no), returned };
      await onSummary(season, cast, season.bureau, 'receive', body);
    }
  });
}

export async function returnFilings(season: Season): Promise<void> {
  await eachJourney(
    season,
    (cast) => withProject(cast).filter(isReturned),
    (journey) =>
      act(season, season.bureau, journey, 'return-filing', {
        reasonCode: 'signature-missing',
        fields: ['signatures.household'],
        text: '预算确认表缺本户签字，请补签后重新报备。',
      }),
  );
}

export async function filePlans(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const { no, kind, journeys } of cast.sheets) {
      const filed = kind === 'main' ? journeys.filter((journey) => !isReturned(journey)) : journeys;
      const body = { summaryNo: no, receiptNo: receiptOf(season, cast, no) };
      const items = filed.map((journey) => ({ journey, body }));
      await postBatch(season, season.bureau, 'file-plan', items);
    }
    cast.sheets = [];
  });
}

export async function redraftFilings(season: Season): Promise<void> {
  await eachJourney(season, returned, (journey) => redraft(season, journey));
}

export async function signFilingsAgain(season: Season): Promise<void> {
  await eachJourney(season, returned, async (journey) => {
    await signAsVillage(season, journey);
    await signAsTown(season, journey);
  });
}

/** What the bureau returned comes again on a sheet of its own. */
export async function sendSupplements(season: Season): Promise<void> {
  await eachTown(season, (cast) => draw(season, cast, returned(cast)));
  await sealSummaries(season);
  await submitSummaries(season);
}

export async function fileSupplements(season: Season): Promise<void> {
  await receiveSummaries(season);
  await filePlans(season);
}

/** Households whose filing the bureau returned. */
export const returned = (cast: TownCast): readonly Journey[] => withStory(cast, RETURNED);

const isReturned = ({ household }: Journey) => household.year.story === RETURNED;

async function draw(season: Season, cast: TownCast, journeys: readonly Journey[]): Promise<void> {
  if (journeys.length === 0) return;
  const { office, year } = season;
  const caseIds = journeys.map((journey) => journey.caseId);
  const no = cast.sheetsDrawn + 1;
  const { revision } = await office.post({
    by: cast.townCadres[0]!,
    path: '/api/summaries/draw',
    body: { year, town: cast.town.code, caseIds },
    again: `${cast.town.code} ${no}`,
    ...(no > 1 && { revision: cast.summaryRevision }),
  });
  cast.sheetsDrawn = no;
  cast.summaryRevision = revision;
  cast.sheets = [...cast.sheets, { no, kind: no === 1 ? 'main' : 'supplement', journeys }];
}

/** The leader reads the sheet, and where too many get the same, writes down why (R19). */
async function seal(season: Season, cast: TownCast, { no }: SheetInHand): Promise<void> {
  const { sheets } = await season.office.get<SummaryScreen>(cast.leader, pathOf(season, cast));
  const { hash, modalPermille } = sheets.find((sheet) => sheet.no === no)!;
  const isEven = modalPermille > season.files.definition.policy.evenSplitPermille;
  await onSummary(season, cast, cast.leader, 'seal', {
    no,
    hash,
    method: 'paper',
    sealPhoto: photo(`${cast.town.code} seal ${no}`),
    ...(isEven && {
      evenSplitExplanation: '全镇统一发展林下养鸡，各户养殖条件相近，经村民会议商定同等补助。',
    }),
  });
}

async function onSummary(season: Season, cast: TownCast, by: string, command: string, body: object) {
  const path = `${pathOf(season, cast)}/${command}`;
  const { revision } = await season.office.post({ by, path, body, revision: cast.summaryRevision });
  cast.summaryRevision = revision;
}

const pathOf = ({ year }: Season, { town }: TownCast) => `/api/summaries/${year}-${town.code}`;

const receiptOf = ({ year }: Season, { town }: TownCast, no: number) =>
  `演示渝北乡振备${year}-${town.code.slice(-3)}-${no}`;
