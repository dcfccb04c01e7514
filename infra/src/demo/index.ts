export { demoCompany } from './company.ts';
export { DEMO_SIZES, demoCustomers } from './customers.ts';
export * from './people.ts';
export { type DemoContext, seedDemo } from './seed.ts';
