export * from './contract-archived.ts';
export * from './contract-created.ts';
export * from './contract-deleted.ts';
export * from './contract-owner-changed.ts';
export * from './contract-restored.ts';
export * from './contract-state.ts';
export * from './contract-updated.ts';
export * from './contract-voided.ts';
