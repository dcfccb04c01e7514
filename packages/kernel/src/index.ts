export * from './actor.ts';
export * from './clock.ts';
export * from './id-types.ts';
export * from './id.ts';
export * from './result.ts';
export * from './refusal.ts';
export * from './contact-data.ts';
export * from './money.ts';
