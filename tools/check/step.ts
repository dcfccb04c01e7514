/** One thing `npm test` looks at. */
export type Step = {
  readonly name: string;
  /** What is true when it passes: a line of the report. */
  readonly says: string;
  readonly command: readonly [program: string, ...args: string[]];
  /** Jest's own count is used; any other step counts as one. */
  readonly counts: 'itself' | 'tests';
  /** Pointless after one of these failed. */
  readonly after: readonly string[];
  readonly limitMinutes: number;
};

export type Outcome = {
  readonly step: Step;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
  /** What to read when it failed. */
  readonly output: string;
};

const NODE = process.execPath;
const SOURCES = ['packages', 'services', 'gateway', 'infra', 'test', 'tools'];

const check = (name: string, says: string, command: Step['command'], after: readonly string[] = []): Step => ({
  name,
  says,
  command,
  after,
  counts: 'itself',
  limitMinutes: 5,
});

const tests = (name: string, says: string, limitMinutes: number, workers: number): Step => ({
  name,
  says,
  command: ['jest', '--selectProjects', name, '--maxWorkers', String(workers), '--passWithNoTests'],
  counts: 'tests',
  after: [],
  limitMinutes,
});

/** Steps of a stage run side by side, two at a time; stages one after another: cheap and telling first. */
export const STAGES: readonly (readonly Step[])[] = [
  [
    // The longest comes first, the others fit beside it. No cache: it goes by a file's own text, while typed rules depend on other files as well.
    check('lint', 'the code reads as agreed', ['eslint', '.']),
    check('codegen', 'what is generated is up to date', [NODE, 'tools/codegen/main.ts', '--check']),
    check('events', 'the event catalogue is up to date', [
      NODE,
      '--conditions=source',
      'tools/events/main.ts',
      '--check',
    ]),
    check('compose', 'the composed graph is up to date', [
      NODE,
      '--conditions=source',
      'gateway/src/compose/main.ts',
      '--check',
    ]),
    check('types', 'every type fits', ['tsc', '-p', 'tsconfig.json']),
    check('format', 'the code is formatted', [
      'prettier',
      '--check',
      '--log-level',
      'warn',
      '--cache',
      '--cache-location',
      '.cache/prettier',
      '.',
    ]),
    check('arch', 'imports point the way the architecture says', [
      'depcruise',
      '--config',
      '.dependency-cruiser.mjs',
      ...SOURCES,
    ]),
    check('unused', 'nothing lies unused', ['knip', '--no-config-hints']),
    check('released', 'nothing that was promised is broken', [NODE, '--conditions=source', 'tools/released/main.ts']),
    check('build', 'everything builds for the images', ['tsc', '-b', 'tsconfig.build.json'], ['types']),
  ],
  [tests('unit', 'unit tests', 5, 2)],
  [tests('int', 'integration tests', 10, 2)],
  [tests('e2e', 'end-to-end tests', 15, 1)],
];

/** Not part of `npm test`: too long for every change. */
export const NIGHTLY: readonly (readonly Step[])[] = [[tests('nightly', 'nightly tests', 120, 1)]];
