export * from './personal-data-erased.ts';
export * from './service-request-assigned.ts';
export * from './service-request-created.ts';
export * from './service-request-deleted.ts';
export * from './service-request-restored.ts';
export * from './service-request-state.ts';
export * from './service-request-status-changed.ts';
export * from './service-request-updated.ts';
