export * from './timer.ts';
export * from './timers.sql.ts';
export * from './timers.ts';
