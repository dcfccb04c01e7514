/** How many seeds the nightly faults are repeated with: 30, or `FAULT_SEEDS`; from `FAULT_FIRST_SEED` on, to play one again. */
export const seedsWanted = (): readonly number[] => {
  const first = Number(process.env.FAULT_FIRST_SEED ?? 1);
  return Array.from({ length: Number(process.env.FAULT_SEEDS ?? 30) }, (_, at) => first + at);
};
