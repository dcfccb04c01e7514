import { readFileSync } from 'node:fs';

/** The part of Jest's JSON report that is used here. */
type JestReport = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly { readonly name: string; readonly message: string; readonly status: string }[];
};

export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** The messages of what failed; undefined when Jest itself did not get so far. */
  readonly output: string | undefined;
};

/** Counts from Jest's report. A file that does not even load is one failure; so is Jest failing without naming a test. */
export const jestCounts = (file: string, exitedWell: boolean): Counts => {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0, output: undefined };

  const named = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const failed = exitedWell ? named : Math.max(1, named);
  const messages = report.testResults.filter(({ status }) => status === 'failed').map(({ message }) => message);
  return {
    passed: report.numPassedTests,
    failed,
    skipped: report.numPendingTests + report.numTodoTests,
    output: named > 0 ? messages.join('\n') : undefined,
  };
};

const read = (file: string) => {
  try {
    // Jest wrote it a moment ago, in the shape its version documents.
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    return null;
  }
};
