import { readFileSync } from 'node:fs';

const BROKEN = { passed: 0, failed: 1, skipped: 0 };

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`No report at ${file}: the run broke before its end.`);
    return null;
  }
}

/** A run that exits with an error counts at least one failure, whatever its report says. */
function withExitCode(counts, code) {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Counts of a vitest JSON report. */
export function readVitest(file, code) {
  const report = readJson(file);
  if (!report) return BROKEN;
  const skipped = report.numPendingTests + (report.numTodoTests ?? 0);
  return withExitCode({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, code);
}

/** Counts of a Playwright JSON report; a flaky test (passed on a retry) counts as failed. */
export function readPlaywright(file, code) {
  const report = readJson(file);
  if (!report) return BROKEN;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return withExitCode({ passed: expected, failed: unexpected + flaky, skipped }, code);
}
