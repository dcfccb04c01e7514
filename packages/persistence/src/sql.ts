/** Runs SQL inside one transaction of one tenant. */
export type Sql = {
  readonly query: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
};

/** Collects the values of a statement whose text is put together in parts: `add` gives the placeholder. */
export type SqlParams = { readonly values: unknown[]; readonly add: (value: unknown) => string };

export const sqlParams = (): SqlParams => {
  const values: unknown[] = [];
  return { values, add: (value) => `$${String(values.push(value))}` };
};

/** Every condition must hold; none at all: true. */
export const allOf = (conditions: readonly string[]) =>
  conditions.length === 0 ? 'true' : conditions.map((each) => `(${each})`).join(' and ');
