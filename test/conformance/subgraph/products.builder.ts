/** A subgraph that uses every feature of the federation a subgraph can have. */
export const PRODUCTS = `
  extend schema
    @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
      "@composeDirective", "@external", "@inaccessible", "@interfaceObject", "@key", "@override", "@provides", "@requires",
      "@shareable", "@tag"
    ])
    @link(url: "https://crm.example/masked/v1.0", import: ["@masked"])
    @composeDirective(name: "@masked")
  directive @masked(by: String!) on FIELD_DEFINITION

  type Product @key(fields: "id") @key(fields: "code plant") @key(fields: "code variant { id }") {
    id: ID!
    code: String!
    plant: String
    variant: Variant
    size: Size
    designer: Person @provides(fields: "hired")
    notes: String @tag(name: "internal")
    cost: Float @masked(by: "FINANCE")
    studies: [Study!]!
  }
  type Study @key(fields: "file { number section }") { file: File!  outcome: String }
  type File @shareable { number: ID!  section: String }
  type Variant @shareable { id: ID! }
  type Size @shareable { label: String  weight: Float  unit: String @inaccessible }
  type Retired @key(fields: "code plant") { code: String!  plant: String!  reason: String  designer: Person }

  type Person @key(fields: "email") {
    email: ID!
    hired: Int @external
    made: Int @external
    name: String @override(from: "people")
    madePerYear: Int @requires(fields: "made hired")
  }
  type Depot @interfaceObject @key(fields: "id") { id: ID!  retired: [Retired!]! }

  type Query {
    product(id: ID!): Product
    retired(code: String!, plant: String!): Retired @deprecated(reason: "Ask for a product.")
  }
`;

/** Who owns people and depots. */
export const PEOPLE = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])
  type Person @key(fields: "email") { email: ID!  name: String  made: Int  hired: Int @shareable }
  interface Depot @key(fields: "id") { id: ID!  town: String }
  type Hall implements Depot @key(fields: "id") { id: ID!  town: String  gates: Int }
  type Yard implements Depot @key(fields: "id") { id: ID!  town: String }
  type Query { people: [Person!]!  depots: [Depot!]! }
`;

const PERSON = { email: 'wang@acme.example', hired: 2016, made: 1_200, name: 'Wang Fang' };
const STUDIES = [{ file: { number: 'F-1', section: 'load' }, outcome: 'holds' }];
const TRUCK = {
  id: 'truck',
  code: 'T-100',
  plant: 'Wuhu',
  variant: { id: 'wide' },
  size: { label: 'XL', weight: 2_500.5, unit: 'kg' },
  designer: PERSON,
  notes: 'discontinued soon',
  cost: 99.5,
  studies: STUDIES,
};
const RETIRED = { code: 'T-1', plant: 'Wuhu', reason: 'worn', designer: PERSON };
const THIS_YEAR = 2_026;

type ProductKey = {
  readonly id?: string;
  readonly code?: string;
  readonly plant?: string;
  readonly variant?: { id: string };
};
type PersonKey = { readonly email: string; readonly hired?: number; readonly made?: number };

const productOf = ({ id, code, plant, variant }: ProductKey) => {
  if (id !== undefined) return id === TRUCK.id ? TRUCK : null;
  if (code !== TRUCK.code) return null;
  return plant === TRUCK.plant || variant?.id === TRUCK.variant.id ? TRUCK : null;
};
const retiredOf = ({ code, plant }: { readonly code: string; readonly plant: string }) =>
  code === RETIRED.code && plant === RETIRED.plant ? RETIRED : null;

export const productResolvers = {
  Query: {
    product: (_: unknown, key: ProductKey) => productOf(key),
    retired: (_: unknown, key: { code: string; plant: string }) => retiredOf(key),
  },
  Product: { __resolveReference: productOf },
  Study: {
    __resolveReference: ({ file }: { file: { number: string; section: string } }) =>
      STUDIES.find((each) => each.file.number === file.number && each.file.section === file.section) ?? null,
  },
  Retired: { __resolveReference: retiredOf },
  Person: {
    // What is required comes with the reference.
    __resolveReference: (key: PersonKey) => (key.email === PERSON.email ? { name: PERSON.name, ...key } : null),
    madePerYear: ({ made, hired }: PersonKey) =>
      made === undefined || hired === undefined ? null : Math.round(made / (THIS_YEAR - hired)),
  },
  Depot: { __resolveReference: ({ id }: { id: string }) => ({ id, retired: id === 'hall' ? [RETIRED] : [] }) },
};
