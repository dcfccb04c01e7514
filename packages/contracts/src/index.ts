export * from './all.ts';
export * from './contract.ts';
export * from './customer/index.ts';
