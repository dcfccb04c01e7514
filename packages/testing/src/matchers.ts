import { type IdType, typeOfId } from '@crm/kernel';

/** A payload that says no with exactly this code: `expect(data.createCustomer).toEqual(refused('customer', 'FORBIDDEN'))`. */
export const refused = (field: string, code: string, more: object = {}) => ({
  [field]: null,
  // Jest's asymmetric matchers are untyped.
  userErrors: [expect.objectContaining({ code, ...more }) as unknown],
});

/** Any id of a type. */
export const anIdOf = (type: IdType) => ({
  asymmetricMatch: (value: unknown) => typeof value === 'string' && typeOfId(value) === type,
  toString: () => `an id of a ${type}`,
});
