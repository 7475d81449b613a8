import type { AllowedAction, NoticeListItem } from '@yihu/api-contract';

/** What every form about a notice gets, and whom to tell the request, or nothing while it is not filled in. */
export interface NoticeFormProps {
  readonly notice: NoticeListItem;
  /** The office's date. */
  readonly today: string;
  readonly action: AllowedAction;
  readonly onChange: (body: object | undefined) => void;
}
