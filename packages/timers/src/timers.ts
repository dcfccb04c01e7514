import type { Reaction } from '@crm/persistence';
import type { DataSource } from 'typeorm';

/** A timer whose time has come, by the database's clock. */
export type FiredTimer = {
  readonly id: string;
  readonly kind: string;
  readonly entity: string;
  readonly slot: string;
  readonly dueAt: Date;
  readonly payload: unknown;
  /** Failed attempts before this one. */
  readonly attempts: number;
};

/**
 * What happens when timers of a kind fall due. Runs once in effect, in one transaction with the timer's end; a timer may
 * be late, so it looks again whether its reason still holds.
 */
export type TimerHandler = {
  readonly kind: string;
  readonly handle: (timer: FiredTimer, reaction: Reaction) => Promise<void>;
};

export type TimerMetrics = {
  readonly fired?: (kind: string, lateMs: number) => void;
  readonly failed?: (kind: string, parked: boolean) => void;
};

/** What timers say, in pino's shape. */
export type TimerLog = Readonly<Record<'warn' | 'error', (fields: object, text: string) => void>>;

export type TimersOptions = {
  /** The app role's. */
  readonly dataSource: DataSource;
  readonly handlers: readonly TimerHandler[];
  /** After a handler committed new facts: the relay's `nudge`. */
  readonly onCommit?: () => void;
  readonly log?: TimerLog;
  readonly metrics?: TimerMetrics;
  /** Handlers at work at once; each holds a connection. Default 2. */
  readonly concurrency?: number;
};

export type Timers = {
  /** A timer may have been set for sooner than the next look, at most a second away. */
  readonly nudge: () => void;
  /** Due and not fired, and parked: of all tenants. */
  readonly lag: () => Promise<{ readonly due: number; readonly oldestSeconds: number; readonly parked: number }>;
  /** Lets handlers at work finish. */
  readonly stop: () => Promise<void>;
};

/** Fires timers as they fall due. Any number of processes may do so at once. */
export const startTimers = (options: TimersOptions): Timers => {
  throw new Error(`Not there yet: ${String(options.handlers.length)}`);
};
