import { type Action, type Caller, mayAsk, reachSql } from '@crm/access';
import { accept } from '@crm/kernel';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  fetchListsOf,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import { type ContractStanding, canBeArchived, canBeEdited, canBeVoided } from './contract-status.rules.ts';
import type { StoredContract } from './contract.entity.ts';
import { GUARDED_CONTRACT } from './contract.guard.ts';
import { SEARCHED_AS, contractOf } from './contract.repository.ts';
import type { Contract } from './contract.rules.ts';

const COLUMNS = `t.id, t.contract_no as "contractNo", t.name, t.type, t.customer_id as "customerId",
  t.amount_minor::text as "amountMinor", t.currency, t.start_on::text as "startOn", t.end_on::text as "endOn",
  t.status, t.voided_because as "voidedBecause", t.is_archived as "isArchived", t.owner_id as "ownerId",
  t.department_id as "departmentId", t.version, t.created_at as "createdAt", t.created_by as "createdBy",
  t.updated_at as "updatedAt", t.updated_by as "updatedBy", t.deleted_at as "deletedAt"`;

/** What lists of contracts can be filtered and ordered by: each by an index. */
export const CONTRACT_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_CONTRACT.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    contractNo: { kind: 'text', sql: 't.contract_no' },
    name: {
      kind: 'text',
      sql: 't.name',
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    type: { kind: 'enum', sql: 't.type' },
    customerId: { kind: 'id', sql: 't.customer_id' },
    currency: { kind: 'text', sql: 't.currency' },
    startOn: { kind: 'date', sql: 't.start_on' },
    endOn: { kind: 'date', sql: 't.end_on' },
    status: { kind: 'enum', sql: 't.status' },
    isArchived: { kind: 'boolean', sql: 't.is_archived' },
    ownerId: { kind: 'id', sql: 't.owner_id' },
    departmentId: { kind: 'id', sql: 't.department_id' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
    updatedAt: { kind: 'timestamptz', sql: 't.updated_at' },
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CONTRACT_NO: { sql: 't.contract_no', type: 'text', field: 'contractNo' },
    START_ON: { sql: 't.start_on', type: 'date', nullable: true, field: 'startOn' },
    END_ON: { sql: 't.end_on', type: 'date', nullable: true, field: 'endOn' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CREATED_AT', direction: 'DESC' }],
};

export type ContractListRequest = ListRequest & { readonly search?: string | null };

const contractsIn = (listed: Listed<StoredContract>): Listed<Contract> => {
  if (!listed.page.ok) return { ...listed, page: listed.page };
  const { edges, ...page } = listed.page.value;
  const read = edges.map(({ cursor, node }) => ({ cursor, node: contractOf(node) }));
  return { ...listed, page: accept({ ...page, edges: read }) };
};

/** Which rows there are for this reader: deleted ones only when asked for by one who may restore. */
const termsFor = ({ access }: Caller, { filter, search }: ContractListRequest, count: boolean) => {
  const asksDeleted = filter?.isDeleted != null;
  return {
    count,
    mayUse: mayAsk(access, 'Contract'),
    where: (params: ReturnType<typeof sqlParams>) => [
      reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_CONTRACT, params.values),
      ...(asksDeleted ? [] : ['t.deleted_at is null']),
      ...(search?.trim() ? [foundBy('t.id', [SEARCHED_AS], search, params)] : []),
    ],
  };
};

/** The contracts the caller sees, a page of them. */
export const listContracts =
  (read: Read) =>
  (caller: Caller, request: ContractListRequest, count: boolean): Promise<Listed<Contract>> =>
    read(caller.actor, async (sql) =>
      contractsIn(await fetchList<StoredContract>(sql, CONTRACT_LIST, request, termsFor(caller, request, count))),
    );

/** The contracts of several customers, a page of each, in one query for all that are asked in the same way. */
export const contractsOfCustomers =
  (read: Read) =>
  (
    caller: Caller,
    customerIds: readonly string[],
    request: ListRequest,
    count: boolean,
  ): Promise<ReadonlyMap<string, Listed<Contract>>> =>
    read(caller.actor, async (sql) => {
      const terms = termsFor(caller, request, count);
      const pages = await fetchListsOf<StoredContract>(
        sql,
        CONTRACT_LIST,
        't.customer_id',
        customerIds,
        request,
        terms,
      );
      return new Map([...pages].map(([id, listed]) => [id, contractsIn(listed)]));
    });

/** The contracts with these ids that the caller sees, deleted ones among them: what was read stays readable. */
export const contractsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Contract[]> =>
    read(actor, async (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_CONTRACT, params.values);
      const rows = await sql.query<StoredContract>(
        `select ${COLUMNS} from ${GUARDED_CONTRACT.from} where ${allOf([wanted, seen])}`,
        params.values,
      );
      return rows.map(contractOf);
    });

export type ContractAction = 'UPDATE' | 'ASSIGN' | 'VOID' | 'ARCHIVE' | 'DELETE' | 'RESTORE';
/** The permission behind each action. */
const PERMISSIONS = {
  UPDATE: 'update',
  ASSIGN: 'assign',
  VOID: 'update',
  ARCHIVE: 'update',
  DELETE: 'delete',
  RESTORE: 'restore',
} as const satisfies Record<ContractAction, Action>;

// The keys of a constant of exactly this type.
const ACTIONS = Object.keys(PERMISSIONS) as readonly ContractAction[];

type Standing = ContractStanding & {
  readonly id: string;
  readonly isDeleted: boolean;
  /** What the caller may do to it, whatever its state. */
  readonly may: readonly ContractAction[];
};

/** What the caller may do now to each of these contracts: one query for all of them. */
export const contractActions =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly { id: string; actions: ContractAction[] }[]> =>
    read(actor, async (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = ACTIONS.map(
        (name) =>
          `case when ${reachSql(access, PERMISSIONS[name], GUARDED_CONTRACT, params.values)} then '${name}' end`,
      );
      const found = await sql.query<Standing>(
        `select t.id, t.status, t.is_archived as "isArchived", t.deleted_at is not null as "isDeleted",
                array_remove(array[${may.join(', ')}]::text[], null) as may
           from ${GUARDED_CONTRACT.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
      return found.map((each) => ({ id: each.id, actions: each.may.filter((one) => possibleIn(each).has(one)) }));
    });

const possibleIn = (contract: Standing): ReadonlySet<ContractAction> => {
  if (contract.isDeleted) return new Set<ContractAction>(['RESTORE']);
  return new Set<ContractAction>([
    'ASSIGN',
    'DELETE',
    ...(canBeEdited(contract) ? ['UPDATE' as const] : []),
    ...(canBeVoided(contract) ? ['VOID' as const] : []),
    ...(canBeArchived(contract) ? ['ARCHIVE' as const] : []),
  ]);
};
