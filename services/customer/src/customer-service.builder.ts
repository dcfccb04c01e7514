import { randomUUID } from 'node:crypto';

import type { Identity } from '@crm/graphql';
import { aService, anEmployee } from '@crm/testing';
import { Client } from 'pg';

import { customerService } from './service.ts';

const ERRORS = `userErrors { code message path ... on ForbiddenError { permission }
  ... on ConflictError { currentVersion current { id ... on Customer { version } } }
  ... on IllegalTransitionError { allowed } }`;
const mutation = (name: string, fields: string) => {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { customer { ${fields} } ${ERRORS} } }`;
};
export const CREATE = mutation(
  'createCustomer',
  'id customerNo name version registrationNo owner { id } contacts { nodes { id name } }',
);

/** The service with a database of its own, and the ways in which its specs use it. */
export const aCustomerService = async (brokers: readonly string[] = []) => {
  const service = await aService(customerService, { brokers });
  const owner = new Client(service.database.ownerUrl);
  await owner.connect();
  const parts = usesOf(service, owner);
  return {
    ...parts,
    service,
    stop: async () => {
      await owner.end();
      await service.stop();
    },
  };
};

const usesOf = (service: Awaited<ReturnType<typeof aService>>, owner: Client) => {
  const act = async (who: Identity, name: string, input: object, fields = 'id version') =>
    (await service.ask(who, mutation(name, fields), { input })).data[name];
  const created = async (who: Identity, input: object = {}) => {
    const { data } = await service.ask(who, CREATE, { input: { kind: 'ORGANIZATION', name: 'Acme', ...input } });
    // As CREATE asks for it.
    return data.createCustomer.customer as { id: string; customerNo: string; contacts: { nodes: { id: string }[] } };
  };
  const seen = async (who: Identity, id: string, fields = 'name') =>
    (await service.ask(who, `query ($id: ID!) { customer(id: $id) { ${fields} } }`, { id })).data.customer;
  const announced = async (id: string) => {
    const { rows } = await owner.query<{ type: string }>(
      `select type from outbox where aggregate_id = $1 and topic not like '%redacted%' order by id`,
      [id],
    );
    return rows.map(({ type }) => type);
  };
  const told = async (id: string, type: string) => {
    const { rows } = await owner.query<{ payload: string }>(
      'select payload from outbox where aggregate_id = $1 and type = $2 order by id',
      [id, type],
    );
    return rows.map(({ payload }): unknown => JSON.parse(payload));
  };
  const sqlIn = async <Row extends object>(
    { tenant }: Pick<Identity, 'tenant'>,
    sql: string,
    values: unknown[] = [],
  ) => {
    await owner.query(`select set_config('app.tenant', $1, false)`, [tenant]);
    return (await owner.query<Row>(sql, values)).rows;
  };

  return { act, created, seen, announced, told, sqlIn, ...hiringIn(service) };
};

const hiringIn = (service: Awaited<ReturnType<typeof aService>>) => {
  const anEmployeeOf = async (admin: Identity, departmentId: string, roles: readonly string[]) => {
    const query = `mutation ($input: CreateEmployeeInput!) { createEmployee(input: $input) { employee { id } } }`;
    const input = { subject: randomUUID(), name: 'Somebody', departmentId, roles };
    const { data } = await service.ask(admin, query, { input });
    return anEmployee(admin.tenant, String(data.createEmployee.employee.id), roles, [departmentId]);
  };
  const aDepartmentOf = async (admin: Identity) => {
    const query = `mutation ($input: CreateDepartmentInput!) { createDepartment(input: $input) { department { id } } }`;
    const { data } = await service.ask(admin, query, { input: { name: 'Sales' } });
    return String(data.createDepartment.department.id);
  };
  return { anEmployeeOf, aDepartmentOf };
};
