export type { FiredTimer, TimerHandler, TimerLog, TimerMetrics } from './fire.ts';
export * from './timer.ts';
export * from './timers.sql.ts';
export * from './timers.ts';
