export * from './tracing.ts';
export * from './work.ts';
