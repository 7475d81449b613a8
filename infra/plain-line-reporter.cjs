/** Ends the run with one plain line that any tool can read, after everything Jest itself prints. */
module.exports = class PlainLineReporter {
  onRunComplete(_contexts, results) {
    const broken = results.testResults.filter((file) => file.testExecError).length;
    const skipped = results.numPendingTests ? `, ${results.numPendingTests} skipped` : '';
    const line = `${results.numPassedTests} passed, ${results.numFailedTests + broken} failed${skipped}`;
    process.once('exit', () => process.stderr.write(`${line}\n`));
  }
};
