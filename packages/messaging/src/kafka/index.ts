// The broker alone, for a process that has no database: without the outbox, the inbox and what they stand on.
export * from '../event-bus.ts';
export * from './broker-access.ts';
export * from './kafka-event-bus.ts';
