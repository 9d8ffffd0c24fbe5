/** No test counted yet. */
export const noTests = { passed: 0, failed: 0, skipped: 0 }

/**
 * Adds what jest reports of one suite. A file that does not even load counts as one failure, and so does a jest that ended without a report or with an error that no test stands for.
 * @param report jest's JSON, or null when it left none
 * @param code jest's exit code, null when a signal ended it
 */
export function addReport(totals, report, code) {
  const failed = report ? report.numFailedTests + report.numRuntimeErrorTestSuites : 1
  return {
    passed: totals.passed + (report?.numPassedTests ?? 0),
    failed: totals.failed + (code !== 0 && failed === 0 ? 1 : failed),
    skipped: totals.skipped + (report ? report.numPendingTests + report.numTodoTests : 0),
  }
}

/** The last line of the command. */
export function summaryLine({ passed, failed, skipped }) {
  return `tests: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`
}
