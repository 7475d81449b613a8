import 'reflect-metadata';

/** Under whose key a text is sealed: the household's, the member of staff's it is about, or the actor's own. */
export type SealOwner = 'household' | 'staff' | 'actor';

/** How a clear text of a request is sealed. */
export interface Sealing {
  readonly owner: SealOwner;
  /** The name under which the fact will carry the text, to which its seal is bound. */
  readonly field: string;
}

const SEALING = Symbol('sealing');

/**
 * The text arrives clear and goes on sealed; an empty text stays empty, so that a rule can ask for it. Where
 * the fact calls the text by another name than the request, that name is given.
 */
export function SealedFor(owner: SealOwner, factField?: string): PropertyDecorator {
  return (target, property) => {
    const sealing: Sealing = { owner, field: factField ?? String(property) };
    Reflect.defineMetadata(SEALING, sealing, target, property);
  };
}

/** How a property of a request is sealed, or `undefined` when it goes on as it is. */
export function sealingOf(request: object, property: string): Sealing | undefined {
  return Reflect.getMetadata(SEALING, request, property) as Sealing | undefined;
}
