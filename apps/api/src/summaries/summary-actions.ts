import type { AllowedAction, Language } from '@yihu/api-contract';
import type { SummaryState } from '@yihu/domain';
import { allowedAction } from '../cases/case-view';
import type { ServerParts } from '../server-parts';

type Sheet = SummaryState['sheets'][number];

/** A town's summary as a question about it needs it. `drawable` are the cases that the next sheet can hold. */
export interface SummaryAsked {
  readonly id: string;
  readonly year: number;
  readonly town: string;
  readonly sheets: readonly Sheet[];
  readonly drawable: readonly string[];
}

interface Filled {
  readonly command: string;
  /** What a screen would fill in; left out, only what needs no input is judged. */
  readonly input?: object;
}

/** What may be done about a town's summary: each command about the sheet that it would be given for. */
export async function summaryActions(
  { engine, clock }: ServerParts,
  asked: SummaryAsked,
  actorId: string,
  language: Language,
): Promise<readonly AllowedAction[]> {
  const now = clock().toISOString();
  const explained = await Promise.all(
    filledIn(asked).map(({ command, input }) =>
      engine.explain({ commands: [command], subjectId: asked.id, actorId, now, input }),
    ),
  );
  return explained.flat().map((each) => allowedAction(each, language));
}

function filledIn({ year, town, sheets, drawable }: SummaryAsked): readonly Filled[] {
  const sheetIn = (...wanted: readonly Sheet['status'][]) =>
    sheets.find(({ status }) => wanted.includes(status)) ?? sheets.at(-1);
  const onSheet = (sheet: Sheet | undefined) => ({
    year,
    town,
    no: sheet?.no ?? 0,
    hash: sheet?.hash ?? '',
  });
  const submitted = sheetIn('submitted');
  const receiving = { ...onSheet(submitted), receiptNo: '', returned: [] };
  return [
    { command: 'drawSummary', input: { year, town, caseIds: drawable } },
    { command: 'sealSummary', input: onSheet(sheetIn('drawn')) },
    { command: 'submitSummary', input: onSheet(sheetIn('sealed')) },
    // Only the bureau knows the receipt number, so it is not judged while there is a sheet that waits for one.
    { command: 'receiveSummary', ...(submitted?.status !== 'submitted' && { input: receiving }) },
    { command: 'voidSummary', input: onSheet(sheetIn('drawn', 'sealed', 'submitted')) },
  ];
}
