import { type Client, aCompany, signedIn } from './client.ts';

const DEPARTMENT = `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } userErrors { message } } }`;
const EMPLOYEE = `mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { employee { id } userErrors { message } } }`;

/** A company with a sales department, two teams below it, a manager above and a rep in each team; and a stranger. */
export const aSalesCompany = async () => {
  const setup = await aCompany();
  const department = async (name: string, parentId: string | null) => {
    const { data } = await setup.ask(DEPARTMENT, { input: { name, parentId } });
    return String(data.createDepartment.department.id);
  };
  const sales = await department('Sales', null);
  const east = await department('East', sales);
  const south = await department('South', sales);
  const hire = hiring(setup);
  return {
    setup,
    hire,
    departments: { sales, east, south },
    manager: await hire('manager', 'SALES_MANAGER', [sales]),
    eastRep: await hire('east', 'SALES_REP', [sales, east]),
    southRep: await hire('south', 'SALES_REP', [sales, south]),
  };
};

const hiring = (setup: Client) => async (name: string, role: string, departmentPath: readonly string[]) => {
  const subject = `${name}@${setup.person.tenant}`;
  const input = { subject, name, departmentId: departmentPath.at(-1), roles: [role] };
  const { data } = await setup.ask(EMPLOYEE, { input });
  const employeeId = String(data.createEmployee.employee.id);
  return signedIn({ tenant: setup.person.tenant, subject, roles: [role], employeeId, departmentPath });
};

export const CREATE_CUSTOMER = `mutation CreateCustomer($input: CreateCustomerInput!) {
  createCustomer(input: $input) {
    customer { id customerNo name version owner { id name } }
    userErrors { __typename code message path }
  }
}`;

/** A customer of the client's own. */
export const aCustomerOf = async (client: Client, input: object = {}) => {
  const { data } = await client.ask(CREATE_CUSTOMER, { input: { kind: 'ORGANIZATION', name: 'Acme', ...input } });
  // As asked for above.
  return data.createCustomer.customer as { id: string; customerNo: string; name: string; version: number };
};
