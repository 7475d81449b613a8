export type { JsonValue } from './canonical-json';
export {
  KeyDamaged,
  KeyDestroyed,
  KeyMissing,
  MasterKeyDamaged,
  MasterKeyMismatch,
  MasterKeyMissing,
  SealBroken,
} from './errors';
export type { FingerprintKind } from './fingerprints';
export { maskAccount, maskIdentity, maskName, maskPhone } from './masks';
export { createMasterKey, readMasterKey } from './master-key';
export { isSealed } from './seal';
export type { SealedValue } from './seal';
export type { Session, Sessions } from './sessions';
export { openVault } from './vault';
export type { Vault, VaultOptions } from './vault';
