/**
 * How a property is checked: the given number of runs, ten times as many in the long form, and an end before
 * Jest's own, so that a failure is reported with its counterexample instead of as a timeout.
 */
export function propertyRuns(count: number) {
  return {
    numRuns: process.env['YIHU_LONG'] ? 10 * count : count,
    interruptAfterTimeLimit: 40_000,
    markInterruptAsFailure: process.env['YIHU_LONG'] === undefined,
  };
}
