/** What the clients ask, by name. */
export const DOCUMENTS = {
  CustomersOfPage: `query CustomersOfPage($first: Int, $after: String) { customers(first: $first, after: $after) { edges { cursor node { id name version } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
  CreateCustomerOfClient: `mutation CreateCustomerOfClient($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id name version } userErrors { code } } }`,
  RenameCustomerOfClient: `mutation RenameCustomerOfClient($input: UpdateCustomerInput!) { updateCustomer(input: $input) { customer { id name version } userErrors { code } } }`,
} as const;
