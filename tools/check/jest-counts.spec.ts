import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { jestCounts } from './jest-counts.ts';

describe('what Jest reports', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'jest-counts-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const reported = (report: object) => {
    const file = path.join(folder, 'report.json');
    const zero = { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
    writeFileSync(file, JSON.stringify({ ...zero, numRuntimeErrorTestSuites: 0, testResults: [], ...report }));
    return file;
  };

  it('counts tests, and a file that does not load as one failure', () => {
    const file = reported({
      numPassedTests: 5,
      numFailedTests: 1,
      numTodoTests: 1,
      numRuntimeErrorTestSuites: 1,
      testResults: [
        { name: 'a', status: 'passed', message: 'fine' },
        { name: 'b', status: 'failed', message: 'not fine' },
      ],
    });
    expect(jestCounts(file, false)).toEqual({ passed: 5, failed: 2, skipped: 1, output: 'not fine' });
  });

  it('never takes a Jest that failed for a success', () => {
    expect(jestCounts(reported({ numPassedTests: 5 }), false)).toMatchObject({ passed: 5, failed: 1 });
    expect(jestCounts(path.join(folder, 'absent.json'), true)).toMatchObject({ failed: 1 });
  });
});
