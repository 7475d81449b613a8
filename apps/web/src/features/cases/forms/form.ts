import type { CaseView } from '@yihu/api-contract';

/** What every form of a case gets: the case, and whom to tell the request, or nothing while it is not filled in. */
export interface FormProps {
  readonly view: CaseView;
  readonly onChange: (body: object | undefined) => void;
}
