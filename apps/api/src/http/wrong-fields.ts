import type { ValidationError } from 'class-validator';
import { VALIDATION_KINDS } from '@yihu/api-contract';
import type { WrongField } from './request-problem';

const KINDS: readonly string[] = VALIDATION_KINDS;

/** More than anybody corrects before sending a form again. */
const FIELDS_MAX = 100;

/** The wrong fields of a request by their paths, e.g. `lines.0.amountFen`: all of them, up to a hundred. */
export function wrongFields(errors: readonly ValidationError[]): readonly WrongField[] {
  const found: WrongField[] = [];
  collect(errors, '', found);
  return found;
}

function collect(errors: readonly ValidationError[], above: string, found: WrongField[]): void {
  for (const error of errors) {
    if (found.length === FIELDS_MAX) return;
    const field = above === '' ? error.property : `${above}.${error.property}`;
    const kind = kindOf(error);
    if (kind !== undefined) found.push({ field, kind, numbers: numbersOf(error, kind) });
    collect(error.children ?? [], field, found);
  }
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
