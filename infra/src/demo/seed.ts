import { DEMO_SIZES, type DemoCustomer, demoCustomers } from './customers.ts';
import { type DemoCompany, demoCompany } from './company.ts';
import { DEMO_TENANTS, type DemoPerson } from './people.ts';

export type DemoContext = {
  /** The gateway's GraphQL address. */
  readonly gateway: string;
  /** A fresh access token for a person. */
  readonly tokenFor: (person: DemoPerson) => Promise<string>;
  readonly say: (what: string) => void;
};

type Ask = <Answer>(query: string, variables: object) => Promise<Answer>;

const CREATE_DEPARTMENT = `mutation Department($input: CreateDepartmentInput!) {
  result: createDepartment(input: $input) { department { id } userErrors { code message } } }`;
const CREATE_EMPLOYEE = `mutation Employee($input: CreateEmployeeInput!) {
  result: createEmployee(input: $input) { employee { id } userErrors { code message } } }`;
const CREATE_CUSTOMERS = `mutation Customers($input: CreateCustomerBatchInput!) {
  result: createCustomerBatch(input: $input) { results { customer { id } userErrors { code message } } userErrors { code message } } }`;
const CREATE_CONTACT = `mutation Contact($input: CreateContactInput!) {
  result: createContact(input: $input) { contact { id } userErrors { code message } } }`;

const BATCH = 50;
const AT_ONCE = 4;

/**
 * Fills an empty suite through its own commands; called once per data folder. Repeating it adds nothing: every command
 * has its idempotency key. First come the people, whom sample tokens are made for; `customers` goes on with the rest.
 */
export const seedDemo = async (
  context: DemoContext,
): Promise<{ readonly people: readonly DemoPerson[]; readonly customers: () => Promise<void> }> => {
  const companies: { key: string; ask: Ask; staff: readonly DemoPerson[] }[] = [];
  for (const { key } of DEMO_TENANTS) {
    const ask = asking(context, key);
    companies.push({ key, ask, staff: await hire(ask, key, demoCompany(key)) });
  }
  const customers = async () => {
    for (const { key, ask, staff } of companies) {
      const size = DEMO_SIZES[key] ?? { companies: 0, people: 0 };
      const owners = staff.filter(({ role }) => role === 'SALES_REP');
      await addCustomers(ask, key, demoCustomers(size), owners);
      context.say(`demo company ${key}: ${String(size.companies)} companies, ${String(size.people)} people`);
    }
  };
  return { people: companies.flatMap(({ staff }) => staff), customers };
};

/** Asks as the tenant's administrator, before there is an employee who is one. */
const asking = ({ gateway, tokenFor }: DemoContext, tenant: string): Ask => {
  const administrator = {
    tenant,
    role: 'ADMIN',
    subject: `setup@${tenant}`,
    name: 'Setup',
    employeeId: null,
    departmentPath: [],
  };
  const token = tokenFor(administrator);
  return async (query, variables) => {
    const response = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await token}` },
      body: JSON.stringify({ query, variables }),
    });
    // Our own query: the answer has its shape, or is an error.
    const answer = (await response.json()) as Answer;
    const wrong = [...(answer.errors ?? []), ...refusalsIn(answer)];
    // The caller knows what it asked for.
    if (wrong.length === 0 && answer.data) return answer.data.result as never;
    throw new Error(`The demo data were refused: ${wrong.map(({ message }) => message).join(' ')}`);
  };
};

type Said = { readonly message: string };
type Refusals = {
  readonly userErrors: readonly Said[];
  readonly results?: readonly { readonly userErrors: readonly Said[] }[];
};
type Answer = { readonly data?: { readonly result: Refusals }; readonly errors?: readonly Said[] };

/** Of the command, and of each part of a batch. */
const refusalsIn = ({ data }: Answer): readonly Said[] =>
  data ? [...data.result.userErrors, ...(data.result.results ?? []).flatMap(({ userErrors }) => userErrors)] : [];

type Place = { readonly id: string; readonly path: readonly string[] };

const hire = async (ask: Ask, tenant: string, company: DemoCompany): Promise<readonly DemoPerson[]> => {
  const departments = await setUp(ask, company);
  const ids = new Map<string, string>();
  const people: DemoPerson[] = [];
  for (const { role, subject, name, title, department, manager } of company.employees) {
    const place = departments.get(department) ?? { id: '', path: [] };
    const managerId = ids.get(manager ?? '') ?? null;
    const email = `${subject.replace('@', '.')}@example.com`;
    const said = { subject, name, title, email, departmentId: place.id, managerId, roles: [role] };
    const input = { ...said, idempotencyKey: `demo-${subject}` };
    const { employee } = await ask<{ employee: { id: string } }>(CREATE_EMPLOYEE, { input });
    ids.set(subject, employee.id);
    people.push({ tenant, role, subject, name, employeeId: employee.id, departmentPath: place.path });
  }
  return people;
};

const setUp = async (ask: Ask, company: DemoCompany): Promise<ReadonlyMap<string, Place>> => {
  const departments = new Map<string, Place>();
  for (const { key, parent, name } of company.departments) {
    const above = departments.get(parent ?? '') ?? { id: null, path: [] };
    const input = { idempotencyKey: `demo-department-${key}`, name, parentId: above.id };
    const { department } = await ask<{ department: { id: string } }>(CREATE_DEPARTMENT, { input });
    departments.set(key, { id: department.id, path: [...above.path, department.id] });
  }
  return departments;
};

const addCustomers = async (
  ask: Ask,
  tenant: string,
  customers: readonly DemoCustomer[],
  owners: readonly DemoPerson[],
) => {
  const items = customers.map(({ input, contacts }, place) => ({
    contacts,
    input: {
      ...input,
      idempotencyKey: `demo-customer-${String(place)}`,
      ownerId: owners[place % owners.length]?.employeeId ?? null,
    },
  }));
  const batches = Array.from({ length: Math.ceil(items.length / BATCH) }, (_, nth) =>
    items.slice(nth * BATCH, (nth + 1) * BATCH),
  );
  for (const batch of batches) {
    const { results } = await ask<{ results: readonly { customer: { id: string } | null }[] }>(CREATE_CUSTOMERS, {
      input: { items: batch.map(({ input }) => input) },
    });
    const contacts = batch.flatMap(({ contacts: wanted, input }, place) =>
      wanted.map((contact, nth) => ({
        ...contact,
        customerId: results[place]?.customer?.id ?? `no customer in ${tenant}`,
        idempotencyKey: `${input.idempotencyKey}-contact-${String(nth)}`,
      })),
    );
    await inTurn(contacts, (input) => ask(CREATE_CONTACT, { input }));
  }
};

/** A few at a time: quick, and the rest of the suite still breathes. */
const inTurn = async <Each>(all: readonly Each[], go: (each: Each) => Promise<unknown>) => {
  const waiting = [...all];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await go(next);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
};
