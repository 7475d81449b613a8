import type { IsoDate } from '../shared';

export interface ReturnSurplusInput {
  readonly amountFen: number;
  readonly returnedOn: IsoDate;
  readonly docNo: string;
}
