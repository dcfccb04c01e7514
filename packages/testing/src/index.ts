export * from './broker.ts';
export * from './database.ts';
export { startHarness } from './harness-process.ts';
export * from './matchers.ts';
export * from './people.ts';
export * from './proxy.ts';
export * from './service.ts';
export * from './small-disk.ts';
export * from './statements.ts';
