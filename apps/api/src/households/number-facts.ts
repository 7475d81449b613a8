import type { ProposeAccountDto, RegisterHouseholdDto } from '@yihu/api-contract';
import { identityRegion, type ProposeAccountInput, type RegisterHouseholdInput } from '@yihu/domain';
import type { Vault } from '@yihu/vault';

/** The region that no one was ever registered in; demo programmes alone admit it. */
const DEMO_REGION = '999999';

/** What the rules need to know of an identity number that they never see. */
export function identityFacts(
  vault: Vault,
  { identity }: RegisterHouseholdDto,
): Pick<RegisterHouseholdInput, 'identityFingerprint' | 'isDemoIdentity'> {
  return {
    identityFingerprint: vault.fingerprint('identity', identity),
    isDemoIdentity: identityRegion(identity) === DEMO_REGION,
  };
}

/** The same of an account number. */
export function accountFacts(
  vault: Vault,
  { account }: ProposeAccountDto,
): Pick<ProposeAccountInput, 'fingerprint'> {
  return { fingerprint: vault.fingerprint('account', account) };
}
