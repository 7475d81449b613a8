import { existsSync } from 'node:fs';
import { rulebook } from '@yihu/domain';
import { nameKey } from '@yihu/documents';
import { createEngine, type Engine } from '@yihu/engine';
import type { EventStore } from '@yihu/event-store';
import {
  createPeopleIndex,
  createProjector,
  openReadModels,
  type PeopleIndex,
  type Projector,
  type ReadModels,
} from '@yihu/read-models';
import { lockFolder } from '@yihu/sql';
import { openVault, type Vault } from '@yihu/vault';
import type { Clock } from './clock';
import type { Configuration } from './configuration';
import { nameOf, openStore } from './open-store';
import { initialsOf } from './people/initials';
import { startRecovery } from './recovery';

/** An installation's data, opened by the one process that may write it. */
export interface DataFolder {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly readModels: ReadModels;
  readonly projector: Projector;
  readonly people: PeopleIndex;
  readonly engine: Engine;
  /** A first start made the master key: someone must be told to back it up. */
  readonly masterKeyCreated: boolean;
  close(): Promise<void>;
}

/** There are events and no vault: what they hold sealed would be lost behind a new one. */
export class VaultLost extends Error {
  override readonly name = 'VaultLost';

  constructor(vaultFile: string, eventStore: string) {
    super(
      `The vault ${vaultFile} does not exist, but ${eventStore} holds events that were sealed with one. ` +
        'Restore the vault and its master key from their backups.',
    );
  }
}

export interface OpeningOptions {
  readonly configuration: Configuration;
  readonly clock: Clock;
  /** Told of failures of the projector, which goes on by itself. */
  readonly onProjectorError?: (error: unknown) => void;
  /** Told of a decision that could not be mended now. */
  readonly onRecoveryError?: (error: unknown) => void;
}

type Closer = () => void | Promise<void>;

/**
 * Opens everything behind the folder's lock. Throws `FolderLocked` when another process works there,
 * `VaultLost`, the vault's errors about the master key, and what the store and the read models throw.
 */
export async function openDataFolder(options: OpeningOptions): Promise<DataFolder> {
  const closers: Closer[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await openParts(options, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(
  { configuration, clock, onProjectorError, onRecoveryError }: OpeningOptions,
  closers: Closer[],
): Promise<Omit<DataFolder, 'close'>> {
  const { dataDir, eventStore, readModelFile, vaultFile, masterKeyFile } = configuration;
  if (eventStore.kind === 'server' || eventStore.folder !== dataDir) {
    // A folder of events is locked by its store; the read models and the vault stand in this one.
    const lock = lockFolder(dataDir);
    closers.push(() => lock.release());
  }
  const store = await openStore(eventStore);
  closers.push(() => store.close());
  const isFirstStart = !existsSync(vaultFile);
  if (isFirstStart && (await store.readAll({ limit: 1 })).length > 0) {
    throw new VaultLost(vaultFile, nameOf(eventStore));
  }
  const masterKeyCreated = isFirstStart && !existsSync(masterKeyFile);
  const vault = openVault({ file: vaultFile, masterKeyFile, createMasterKeyWhenNew: true });
  closers.push(() => vault.close());
  const readModels = openReadModels({ file: readModelFile });
  closers.push(() => readModels.close());
  const people = peopleOver(readModels, vault);
  closers.push(() => people.stop());
  const now = () => clock().getTime();
  const projector = createProjector({
    store,
    readModels,
    now,
    onProjected: (streams) => people.follow(streams),
    ...(onProjectorError && { onError: onProjectorError }),
  });
  closers.push(() => projector.stop());
  await projector.start();
  const engine = createEngine({ store, rulebook });
  closers.push(() => engine.stop());
  const recovery = startRecovery({
    store,
    engine,
    readModels,
    projector,
    clock,
    ...(onRecoveryError && { onError: onRecoveryError }),
  });
  closers.push(() => recovery.stop());
  return { store, vault, readModels, projector, people, engine, masterKeyCreated };
}

function peopleOver({ database }: ReadModels, vault: Vault): PeopleIndex {
  const unseal = (owner: string, field: string, sealed: string) => {
    const clear = vault.unsealUnlessDestroyed(owner, field, sealed);
    return typeof clear === 'string' ? clear : undefined;
  };
  return createPeopleIndex({ database, unseal, nameKey, initialsOf });
}
