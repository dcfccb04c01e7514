/** Three operations that show something at once: find, add, and see what happened. */
export const QUERIES = [
  '{ me { name department { name } } customers(first: 3, search: "上海") { nodes { customerNo name owner { name } } totalCount { value } } }',
  'mutation { createCustomer(input: { kind: PERSON, person: { familyName: "李", givenName: "伟" }, country: "CN", contactPoints: [{ kind: PHONE, value: "138 1234 5678" }] }) { customer { id customerNo name contacts { nodes { name } } } userErrors { code message } } }',
  '{ customers(first: 1) { nodes { name availableActions metrics { contacts eventsInLast30Days } timeline(first: 5) { nodes { title occurredAt } } } } analyticsFreshness { lagSeconds } }',
] as const;
