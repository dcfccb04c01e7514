import type { Config } from 'jest';

/** Packages that ship ES modules only: Jest loads them as CommonJS. */
const ESM_ONLY = ['jose', 'oidc-provider', 'lru-cache', '@as-integrations', 'graphql-ws', 'nanoid', 'quick-lru'];

export const shared: Config = {
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

/** `*.spec.ts` touches nothing outside the process; `*.int-spec.ts` gets a real database or broker. */
export const projectTests: Config = {
  passWithNoTests: true,
  projects: [project('unit', 'spec'), project('int', 'int-spec', { testTimeout: 60_000 } as Config)],
};
