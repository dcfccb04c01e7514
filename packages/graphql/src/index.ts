export * from './assertion.ts';
