/** The master key file is not there. It is never made anew beside an existing vault: a new key reads nothing. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
  readonly code = 'master-key-missing';

  constructor(
    readonly file: string,
    advice: string,
  ) {
    super(`The master key file ${file} does not exist. ${advice}`);
  }
}

/** The master key file is there but must not be used; `reason` says in plain words what is wrong with it. */
export class MasterKeyDamaged extends Error {
  override readonly name = 'MasterKeyDamaged';
  readonly code = 'master-key-damaged';

  constructor(
    readonly file: string,
    readonly reason: string,
  ) {
    super(`The master key file ${file} cannot be used: it ${reason}.`);
  }
}

/** The master key is well formed, but it is not the one this vault was made with. */
export class MasterKeyMismatch extends Error {
  override readonly name = 'MasterKeyMismatch';
  readonly code = 'master-key-mismatch';

  constructor(
    readonly masterKeyFile: string,
    readonly vaultFile: string,
  ) {
    super(
      `The master key in ${masterKeyFile} is not the key of the vault ${vaultFile}. Put the right key file back.`,
    );
  }
}

/** The owner never had a key here: the caller forgot `ensureKey`, or the vault is older than the events. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  readonly code = 'key-missing';

  constructor(readonly owner: string) {
    super(`The vault holds no key for ${owner}.`);
  }
}

/** The owner's key was destroyed on purpose: nothing sealed for this owner can be read ever again. */
export class KeyDestroyed extends Error {
  override readonly name = 'KeyDestroyed';
  readonly code = 'key-destroyed';

  constructor(readonly owner: string) {
    super(`The key of ${owner} was destroyed; what was sealed under it stays unreadable.`);
  }
}

/** The owner's stored key does not open under the right master key: the row was altered or moved. */
export class KeyDamaged extends Error {
  override readonly name = 'KeyDamaged';
  readonly code = 'key-damaged';

  constructor(readonly owner: string) {
    super(`The stored key of ${owner} is damaged. Restore the vault from a backup.`);
  }
}

/** The sealed value was altered, or belongs to another owner or field. The message never repeats the value. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
  readonly code = 'seal-broken';

  constructor(
    readonly owner: string,
    readonly field: string,
  ) {
    super(`The sealed value in ${field} does not belong to ${owner} or was altered.`);
  }
}
