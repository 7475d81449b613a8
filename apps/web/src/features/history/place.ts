import type { Node } from '@yihu/workflow';

/** Where in its stage a case stands, and where an open amendment of its plan does. */
export interface Place {
  readonly stage: string;
  readonly step?: string;
  readonly amendment?: string;
}

const NO_AMENDMENT = 'none';

/** The parts of a place in the machine, each to be said by a word of its own. */
export function placeOf({ stage, value }: Node): Place {
  if (typeof value === 'string') return { stage };
  const [inside] = Object.values(value);
  if (typeof inside === 'string') return { stage, step: inside };
  const { progress, amendment } = (inside ?? {}) as Readonly<Record<string, unknown>>;
  const step = typeof progress === 'object' && progress !== null ? Object.values(progress)[0] : undefined;
  return {
    stage,
    ...(typeof step === 'string' && { step }),
    ...(typeof amendment === 'string' && amendment !== NO_AMENDMENT && { amendment }),
  };
}
