import { sealingOf, type SealOwner, type Sealing } from '@yihu/api-contract';
import type { Vault } from '@yihu/vault';

/** The owner of each kind of seal for one command; a kind that the command cannot have is missing. */
export type SealOwners = Readonly<Partial<Record<SealOwner, string>>>;

type Seal = (sealing: Sealing, clear: string) => string;

/** What goes to the engine beside the input. */
const NOT_INPUT: readonly string[] = ['paperOn'];

/**
 * The checked request as plain data with everything sealed that speaks about a person. The keys are on the
 * disk before anything is sealed with them: an orphan key is harmless, an event without its key is lost.
 */
export function sealInput(vault: Vault, request: object, owners: SealOwners, commandId: string): object {
  const seal: Seal = ({ owner, field }, clear) => {
    const name = owners[owner];
    if (name === undefined) throw new Error(`nobody is the ${owner} that ${field} is to be sealed for`);
    vault.ensureKey(name);
    return vault.seal(name, field, clear, commandId);
  };
  return plainObject(request, seal, NOT_INPUT);
}

function plainObject(request: object, seal: Seal, left: readonly string[] = []): object {
  const entries = Object.entries(request).filter(
    ([name, value]) => value !== undefined && !left.includes(name),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, sealed(request, name, value, seal)]));
}

function sealed(request: object, name: string, value: unknown, seal: Seal): unknown {
  if (typeof value === 'string') {
    const sealing = sealingOf(request, name);
    // An empty text says nothing about anyone, and a rule may be waiting to ask for it.
    return sealing && value !== '' ? seal(sealing, value) : value;
  }
  return plain(value, seal);
}

function plain(value: unknown, seal: Seal): unknown {
  if (Array.isArray(value)) return value.map((each) => plain(each, seal));
  return typeof value === 'object' && value !== null ? plainObject(value, seal) : value;
}
