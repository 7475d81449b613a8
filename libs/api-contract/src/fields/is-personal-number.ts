import { isWellFormedIdentity, normaliseAccount, normaliseIdentity } from '@yihu/domain';
import { Transform } from 'class-transformer';
import { field } from './field';
import { valid } from './valid';

const ACCOUNT = /^\d{8,32}$/;
const PHONE = /^\+?\d{6,20}$/;

/** A resident identity number in any spelling, which is taken in its one form (R3 identity-well-formed, NAM-01). */
export function IsIdentity() {
  return field(
    { type: 'string', minLength: 18, maxLength: 40 },
    {},
    normalised(normaliseIdentity, 40),
    valid('identity', (value) => typeof value === 'string' && isWellFormedIdentity(value)),
  );
}

/** A bank account number. As a JSON number its last digits would be lost, so only a text is taken (IMP-02). */
export function IsAccount() {
  return field(
    { type: 'string', minLength: 8, maxLength: 64 },
    {},
    normalised(normaliseAccount, 64),
    valid('account', (value) => typeof value === 'string' && ACCOUNT.test(value)),
  );
}

export function IsPhone() {
  const isPhone = (value: unknown) => typeof value === 'string' && PHONE.test(value);
  return field({ type: 'string', pattern: PHONE.source }, {}, valid('phone', isPhone));
}

/** Far longer texts than any number has are left as they are, and refused. */
function normalised(normalise: (text: string) => string, lengthMax: number) {
  return Transform(({ value }: { readonly value: unknown }) =>
    typeof value === 'string' && value.length <= lengthMax ? normalise(value) : value,
  );
}
