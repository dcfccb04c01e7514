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
type Refused = { readonly userErrors: readonly { readonly code: string; readonly message: string }[] };

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
 * has its idempotency key. Gives the people that sample tokens are made for from then on.
 */
export const seedDemo = async (context: DemoContext): Promise<readonly DemoPerson[]> => {
  const people: DemoPerson[] = [];
  for (const { key } of DEMO_TENANTS) {
    const ask = asking(context, key);
    const staff = await hire(ask, key, demoCompany(key));
    people.push(...staff);
    const size = DEMO_SIZES[key] ?? { companies: 0, people: 0 };
    context.say(`demo company ${key}: ${String(size.companies)} companies, ${String(size.people)} people`);
    await addCustomers(
      ask,
      key,
      demoCustomers(size),
      staff.filter(({ role }) => role === 'SALES_REP'),
    );
  }
  return people;
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
    // Our own query: the answer has its shape.
    const { data, errors } = (await response.json()) as {
      data?: { result: Refused };
      errors?: readonly { message: string }[];
    };
    const wrong = errors ?? data?.result.userErrors ?? [];
    if (!data || wrong.length > 0)
      throw new Error(`The demo data were refused: ${wrong.map(({ message }) => message).join(' ')}`);
    return data.result as never;
  };
};

const hire = async (ask: Ask, tenant: string, company: DemoCompany): Promise<readonly DemoPerson[]> => {
  const departments = new Map<string, { readonly id: string; readonly path: readonly string[] }>();
  for (const { key, parent, name } of company.departments) {
    const above = parent === null ? undefined : departments.get(parent);
    const input = { idempotencyKey: `demo-department-${key}`, name, parentId: above?.id ?? null };
    const { department } = await ask<{ department: { id: string } }>(CREATE_DEPARTMENT, { input });
    departments.set(key, { id: department.id, path: [...(above?.path ?? []), department.id] });
  }

  const ids = new Map<string, string>();
  const people: DemoPerson[] = [];
  for (const { role, subject, name, title, department, manager } of company.employees) {
    const place = departments.get(department) ?? { id: '', path: [] };
    const email = `${subject.replace('@', '.')}@example.com`;
    const managerId = manager === null ? null : (ids.get(manager) ?? null);
    const input = {
      idempotencyKey: `demo-${subject}`,
      subject,
      name,
      title,
      email,
      departmentId: place.id,
      managerId,
      roles: [role],
    };
    const { employee } = await ask<{ employee: { id: string } }>(CREATE_EMPLOYEE, { input });
    ids.set(subject, employee.id);
    people.push({ tenant, role, subject, name, employeeId: employee.id, departmentPath: place.path });
  }
  return people;
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
