import type { PaymentView } from '@yihu/api-contract';

/** What every form about a batch gets: the batch, and whom to tell the request, or nothing while it is not filled in. */
export interface BatchFormProps {
  readonly view: PaymentView;
  readonly onChange: (body: object | undefined) => void;
}
