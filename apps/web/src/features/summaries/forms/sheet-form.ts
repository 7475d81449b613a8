import type { AllowedAction, SummarySheetView, TownSummaryView } from '@yihu/api-contract';

/** What every form about a sheet gets: the sheet, and whom to tell the request, or nothing while it is not filled in. */
export interface SheetFormProps {
  readonly view: TownSummaryView;
  readonly sheet: SummarySheetView;
  readonly action: AllowedAction;
  readonly onChange: (body: object | undefined) => void;
}
