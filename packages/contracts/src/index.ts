export * from './all.ts';
export * from './contract.ts';
export * from './customer/index.ts';
export * from './marketing/index.ts';
export * from './sales/index.ts';
export * from './service/index.ts';
