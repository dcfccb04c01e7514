export * from './all.ts';
export * from './catalog-pricing/index.ts';
export * from './contract-order/index.ts';
export * from './contract.ts';
export * from './customer/index.ts';
export * from './marketing/index.ts';
export * from './sales/index.ts';
export * from './service/index.ts';
