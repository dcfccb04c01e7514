export * from './outbox.ts';
export * from './retry.ts';
export * from './tenant-isolation.ts';
export * from './unit-of-work.ts';
