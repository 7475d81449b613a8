import { fact } from '@yihu/workflow';
import type { Amounts, IsoDate } from '../shared';

/** A posted row: case, version and amounts. No name, identity or account can be on it (R32). */
export interface NoticeEntry extends Amounts {
  readonly caseId: string;
  readonly planVersion: number;
}

/** A unit's public notice, by posting; days count from the day after the posting day (R32). */
export interface NoticeFacts {
  NoticePosted: {
    readonly year: number;
    readonly unit: string;
    readonly kind: 'plan' | 'result';
    readonly posting: number;
    readonly place: string;
    readonly postedOn: IsoDate;
    readonly days: number;
    readonly entries: readonly NoticeEntry[];
  };
  NoticePhotoAdded: {
    readonly posting: number;
    readonly which: 'start' | 'end';
    readonly hash: string;
    readonly takenOn: IsoDate;
  };
  NoticeInterrupted: { readonly posting: number; readonly takenDownOn: IsoDate };
  NoticeCompleted: { readonly posting: number; readonly lastDay: IsoDate; readonly daysCounted: number };
  NoticePhotosFiled: { readonly postings: readonly number[]; readonly sentOn: IsoDate };
  NoticePhotosReceived: { readonly receiptNo: string; readonly receivedOn: IsoDate; readonly late: boolean };
  DecisionAbandoned: { readonly commandId: string; readonly reason: string };
}

export const noticeFact = fact<NoticeFacts>();
