export * from './config.ts';
export * from './directory-subscriptions.ts';
export * from './log.ts';
export * from './migrations.ts';
export * from './platform-migration.ts';
export * from './run.ts';
export * from './service.ts';
export * from './topics-heard.ts';
