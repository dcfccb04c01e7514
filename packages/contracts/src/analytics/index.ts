export * from './personal-data-erased.ts';
