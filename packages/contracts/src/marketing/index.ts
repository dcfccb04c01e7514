export * from './campaign-created.ts';
export * from './campaign-deleted.ts';
export * from './campaign-owner-changed.ts';
export * from './campaign-restored.ts';
export * from './campaign-state.ts';
export * from './campaign-status-changed.ts';
export * from './campaign-updated.ts';
export * from './personal-data-erased.ts';
