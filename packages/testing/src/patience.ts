// Given by the project in jest.preset.ts: specs with servers wait longer than specs without.
const { PATIENCE_MS } = globalThis as typeof globalThis & { PATIENCE_MS?: number };
jest.setTimeout(PATIENCE_MS ?? 5_000);
