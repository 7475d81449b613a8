// Node 20 has String.prototype.isWellFormed; the shared `lib` setting does not list it yet.
/// <reference lib="es2024.string" />

// Far above any form of ours, and far below what would exhaust the stack of a writer or a reader.
const depthMax = 100;

/** Where a value breaks the rules, outermost key first, and how. */
interface Problem {
  readonly path: string;
  readonly text: string;
}

/**
 * Says why a value would not come back from JSON, or from any database beneath, exactly as it went in;
 * `undefined` when it would. The answer names keys and never values, since values may be personal data.
 */
export function jsonProblem(value: unknown): string | undefined {
  const problem = findProblem(value, 0);
  return problem && `${problem.path || 'the value'} ${problem.text}`;
}

function findProblem(value: unknown, depth: number): Problem | undefined {
  switch (typeof value) {
    case 'string':
      return here(textProblem(value));
    case 'number':
      return here(numberProblem(value));
    case 'boolean':
      return undefined;
    case 'object':
      if (value === null) return undefined;
      if (depth === depthMax) return here('is nested too deeply');
      return Array.isArray(value) ? arrayProblem(value, depth) : objectProblem(value, depth);
    default:
      return here(`is a ${typeof value}, which JSON does not have`);
  }
}

function here(text: string | undefined): Problem | undefined {
  return text === undefined ? undefined : { path: '', text };
}

function textProblem(text: string): string | undefined {
  // Half a character would be hashed one way in memory and another way once written.
  if (!text.isWellFormed()) return 'holds half a character';
  // Neither PostgreSQL nor our SQLite driver can keep it in a column.
  if (text.includes('\0')) return 'holds the character U+0000';
  return undefined;
}

function numberProblem(number: number): string | undefined {
  if (!Number.isFinite(number)) return 'is not a finite number';
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return 'is an integer beyond 2^53 - 1';
  return undefined;
}

function arrayProblem(array: readonly unknown[], depth: number): Problem | undefined {
  // A plain loop also visits the holes of a sparse array.
  for (let index = 0; index < array.length; index += 1) {
    const problem = findProblem(array[index], depth + 1);
    if (problem) return { path: `[${index}]${problem.path}`, text: problem.text };
  }
  return undefined;
}

function objectProblem(object: object, depth: number): Problem | undefined {
  if (!isPlain(object)) return here('is an object of a class, which JSON would flatten');
  for (const [key, value] of Object.entries(object)) {
    // Copying such a key onto another object would change that object's class.
    if (key === '__proto__') return here('has a key "__proto__"');
    const problem = here(textProblem(key)) ?? findProblem(value, depth + 1);
    if (problem) return { path: `.${key}${problem.path}`, text: problem.text };
  }
  return undefined;
}

/** A plain object of any realm: its prototype is missing or is the end of the chain. */
function isPlain(object: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
