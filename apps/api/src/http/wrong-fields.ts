import type { ValidationError } from 'class-validator';
import { VALIDATION_KINDS } from '@yihu/api-contract';
import type { WrongField } from './request-problem';

const KINDS: readonly string[] = VALIDATION_KINDS;

/** Every wrong field of a request, by its path, e.g. `lines.0.amountFen`. */
export function wrongFields(errors: readonly ValidationError[], above = ''): readonly WrongField[] {
  return errors.flatMap((error) => {
    const field = above === '' ? error.property : `${above}.${error.property}`;
    const inner = wrongFields(error.children ?? [], field);
    const kind = kindOf(error);
    return kind === undefined ? inner : [{ field, kind, numbers: numbersOf(error, kind) }, ...inner];
  });
}

function kindOf({ constraints, value }: ValidationError): string | undefined {
  if (!constraints) return undefined;
  const failed = Object.keys(constraints);
  if (failed.includes('whitelistValidation')) return 'unknown-field';
  if (value === undefined) return 'required';
  // A part that is no object fails both our check of it and class-validator's own; ours has the words.
  return failed.find((each) => KINDS.includes(each)) ?? 'object';
}

function numbersOf({ contexts }: ValidationError, kind: string): WrongField['numbers'] {
  return (contexts?.[kind] ?? {}) as WrongField['numbers'];
}
