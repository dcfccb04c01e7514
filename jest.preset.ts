import { join } from 'node:path';

import type { Config } from 'jest';

/** Packages that ship ES modules only: Jest loads them as CommonJS. */
const ESM_ONLY = ['jose', 'oidc-provider', 'lru-cache', '@as-integrations', 'graphql-ws', 'nanoid', 'quick-lru'];

export const shared: Config = {
  cacheDirectory: `${import.meta.dirname}/.cache/jest`,
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '\\.[tj]s$': ['@swc/jest', { jsc: { target: 'es2024', parser: { syntax: 'typescript' } } }] },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/', '/\\.cache/'],
};

const project = (displayName: string, suffix: string, more: Config = {}): Config => ({
  ...shared,
  displayName,
  testMatch: [`<rootDir>/**/*.${suffix}.ts`],
  ...more,
});

const unit = project('unit', 'spec');
/** Starts, when first asked, the database server and the broker that all specs of a run share; and ends them. */
const SERVERS: Config = {
  globalSetup: join(import.meta.dirname, 'packages/testing/src/global-setup.ts'),
  // Jest does not heed `testTimeout` of a project.
  setupFilesAfterEnv: [join(import.meta.dirname, 'packages/testing/src/patience.ts')],
  globalTeardown: join(import.meta.dirname, 'packages/testing/src/global-teardown.ts'),
};
const int = project('int', 'int-spec', { ...SERVERS, globals: { PATIENCE_MS: 60_000 } });
/** The whole suite, started once for all end-to-end specs of a run. */
const SUITE: Config = {
  globalSetup: join(import.meta.dirname, 'test/support/global-setup.ts'),
  setupFilesAfterEnv: SERVERS.setupFilesAfterEnv ?? [],
  globalTeardown: join(import.meta.dirname, 'test/support/global-teardown.ts'),
};
const e2e = project('e2e', 'e2e-spec', { ...SUITE, globals: { PATIENCE_MS: 120_000 } });
const nightly = project('nightly', 'nightly-spec', { ...SERVERS, globals: { PATIENCE_MS: 1_800_000 } });

/** `*.spec.ts` touches nothing outside the process; `*.int-spec.ts` gets a real database or broker. */
export const projectTests: Config = { passWithNoTests: true, projects: [unit, int] };

/** The black box: as a workspace, and the whole suite from outside. */
export const blackBoxTests: Config = { passWithNoTests: true, projects: [unit, int, e2e] };

/** One Jest for everything: a process per workspace would spend more on starting than on testing. */
export const workspaceTests: Config = {
  passWithNoTests: true,
  projects: [unit, int, e2e, nightly].map((tests) => ({
    ...tests,
    roots: ['packages', 'services', 'gateway', 'infra', 'test', 'tools'].map((folder) => `<rootDir>/${folder}`),
  })),
};
