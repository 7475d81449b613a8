import type { Fact } from '@yihu/workflow';
import { addDays } from '../calendar';
import type { IsoDate } from '../shared';
import { caseFact } from './facts';

/** Days a household has to give back what it was paid too much. */
const RECOVERY_DAYS = 30;

interface Asked {
  readonly recoveryId: string;
  readonly ground: 'accepted-below-paid' | 'paid-twice' | 'paid-after-end';
  readonly amountFen: number;
}

/** Asks back what a household was paid and is not owed. */
export function recoveryOpened(asked: Asked, today: IsoDate): Fact {
  return caseFact('RecoveryOpened', { ...asked, dueOn: addDays(today, RECOVERY_DAYS) });
}
