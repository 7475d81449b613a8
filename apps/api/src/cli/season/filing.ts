import { postBatch } from './batches';
import { look } from './case-desk';
import { withProject, type Journey, type TownCast } from './cast';
import { eachTown } from './crowd';
import { forEach } from './office';
import { photo } from './photos';
import type { Season } from './season-of';

interface SummaryScreen {
  readonly revision: number;
  readonly sheets: readonly { readonly no: number; readonly hash: string; readonly status: string }[];
}

const pathOf = ({ year }: Season, { town }: TownCast) => `/api/summaries/${year}-${town.code}`;

/** F2 of a town, with every household that has a project. */
export async function drawSummaries(season: Season): Promise<void> {
  await eachTown(season, (cast) => drawSheet(season, cast, withProject(cast)));
}

export async function drawSheet(season: Season, cast: TownCast, journeys: readonly Journey[]): Promise<void> {
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
  cast.sheets = [...cast.sheets, { no, journeys }];
  cast.summaryRevision = revision;
}

export async function sealSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const sheet of cast.sheets) {
      const { sheets } = await season.office.get<SummaryScreen>(cast.leader, pathOf(season, cast));
      const { hash } = sheets.find(({ no }) => no === sheet.no)!;
      const sealPhoto = photo(`${cast.town.code} seal ${sheet.no}`);
      const body = { no: sheet.no, hash, method: 'paper', sealPhoto };
      const path = `${pathOf(season, cast)}/seal`;
      const { revision } = await season.office.post({
        by: cast.leader,
        path,
        body,
        revision: cast.summaryRevision,
      });
      cast.summaryRevision = revision;
    }
  });
}

export async function submitSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const sheet of cast.sheets) {
      const { revision } = await season.office.post({
        by: cast.townCadres[0]!,
        path: `${pathOf(season, cast)}/submit`,
        body: { no: sheet.no },
        revision: cast.summaryRevision,
      });
      cast.summaryRevision = revision;
    }
  });
}

/** The bureau puts its number on every sheet. */
export async function receiveSummaries(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const sheet of cast.sheets) {
      const { revision } = await season.office.post({
        by: season.bureau,
        path: `${pathOf(season, cast)}/receive`,
        body: { no: sheet.no, receiptNo: receiptOf(season, cast, sheet.no), returned: [] },
        revision: cast.summaryRevision,
      });
      cast.summaryRevision = revision;
    }
  });
}

export async function filePlans(season: Season): Promise<void> {
  await eachTown(season, async (cast) => {
    for (const { no, journeys } of cast.sheets) {
      const body = { summaryNo: no, receiptNo: receiptOf(season, cast, no) };
      const items = await forEach(journeys, async (journey) => {
        await look(season, season.bureau, journey);
        return { journey, body };
      });
      await postBatch(season, season.bureau, 'file-plan', items);
    }
    cast.sheets = [];
  });
}

const receiptOf = ({ year }: Season, { town }: TownCast, no: number) =>
  `演示渝北乡振备${year}-${town.code.slice(-3)}-${no}`;
