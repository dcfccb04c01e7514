export * from './personal-data-erased.ts';
export * from './product-changed.ts';
export * from './product-created.ts';
export * from './product-deleted.ts';
export * from './product-published.ts';
export * from './product-restored.ts';
export * from './product-retired.ts';
export * from './product-state.ts';
