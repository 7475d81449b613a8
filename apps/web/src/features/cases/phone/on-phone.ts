import type { AllowedAction } from '@yihu/api-contract';
import { formOf, type CommandForm } from '@yihu/api-contract/browser';

/** The forms that a phone has. What needs a table is done at a desk. */
const ON_PHONE: readonly (CommandForm | undefined)[] = ['sign', 'sign-for-household', 'return', 'reason'];

export const isOnPhone = ({ command }: AllowedAction): boolean => ON_PHONE.includes(formOf('cases', command));
