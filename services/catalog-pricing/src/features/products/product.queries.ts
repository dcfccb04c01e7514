import { type Action, type Caller, mayAsk, reachSql } from '@crm/access';
import {
  type ListDefinition,
  type ListRequest,
  type Listed,
  type Read,
  allOf,
  fetchList,
  foundBy,
  sqlParams,
} from '@crm/persistence';

import { PRODUCT_TRANSITIONS, type ProductStatus } from './product-status.rules.ts';
import { GUARDED_PRODUCT } from './product.guard.ts';
import { SEARCHED_AS } from './product.repository.ts';
import type { Product } from './product.rules.ts';

const COLUMNS = `t.id, t.code, t.name, t.description, t.unit, t.kind, t.tax_class as "taxClass",
  t.is_serial_tracked as "isSerialTracked", t.status, t.version, t.created_at as "createdAt",
  t.created_by as "createdBy", t.updated_at as "updatedAt", t.updated_by as "updatedBy", t.deleted_at as "deletedAt"`;

const text = (sql: string) => ({ kind: 'text', sql }) as const;

/** What lists of products can be filtered and ordered by: each by an index. */
export const PRODUCT_LIST: ListDefinition = {
  columns: COLUMNS,
  from: GUARDED_PRODUCT.from,
  id: 't.id',
  filterFields: {
    id: { kind: 'id', sql: 't.id' },
    code: text('t.code'),
    name: {
      ...text('t.name'),
      contains: (value) => `t.id in (select search_records('${SEARCHED_AS}', array[${value}::text]))`,
    },
    kind: { kind: 'enum', sql: 't.kind' },
    taxClass: text('t.tax_class'),
    isSerialTracked: { kind: 'boolean', sql: 't.is_serial_tracked' },
    status: { kind: 'enum', sql: 't.status' },
    createdAt: { kind: 'timestamptz', sql: 't.created_at' },
    updatedAt: { kind: 'timestamptz', sql: 't.updated_at' },
    isDeleted: { kind: 'boolean', sql: '(t.deleted_at is not null)' },
  },
  orderFields: {
    CODE: { sql: 't.code', type: 'text', field: 'code' },
    NAME: { sql: 't.name', type: 'text', field: 'name' },
    CREATED_AT: { sql: 't.created_at', type: 'timestamptz', field: 'createdAt' },
    UPDATED_AT: { sql: 't.updated_at', type: 'timestamptz', field: 'updatedAt' },
  },
  defaultOrder: [{ field: 'CODE', direction: 'ASC' }],
};

export type ProductListRequest = ListRequest & { readonly search?: string | null };

/** The products the caller sees, a page of them. Deleted ones only when asked for by one who may restore. */
export const listProducts =
  (read: Read) =>
  ({ actor, access }: Caller, request: ProductListRequest, count: boolean): Promise<Listed<Product>> =>
    read(actor, (sql) => {
      const asksDeleted = request.filter?.isDeleted != null;
      return fetchList<Product>(sql, PRODUCT_LIST, request, {
        count,
        mayUse: mayAsk(access, 'Product'),
        where: (params) => [
          reachSql(access, asksDeleted ? 'restore' : 'read', GUARDED_PRODUCT, params.values),
          ...(asksDeleted ? [] : ['t.deleted_at is null']),
          ...(request.search?.trim() ? [foundBy('t.id', [SEARCHED_AS], request.search, params)] : []),
        ],
      });
    });

/** The products with these ids that the caller sees, deleted ones among them: old documents name them. */
export const productsByIds =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly Product[]> =>
    read(actor, (sql) => {
      const params = sqlParams();
      const wanted = `t.id = any(${params.add(ids)}::uuid[])`;
      const seen = reachSql(access, 'read', GUARDED_PRODUCT, params.values);
      return sql.query(`select ${COLUMNS} from ${GUARDED_PRODUCT.from} where ${allOf([wanted, seen])}`, params.values);
    });

export type ProductAction = 'UPDATE' | 'PUBLISH' | 'RETIRE' | 'DELETE' | 'RESTORE';
/** The permission behind each action. */
const PERMISSIONS = {
  UPDATE: 'update',
  PUBLISH: 'update',
  RETIRE: 'update',
  DELETE: 'delete',
  RESTORE: 'restore',
} as const satisfies Record<ProductAction, Action>;

// The keys of a constant of exactly this type.
const ACTIONS = Object.keys(PERMISSIONS) as readonly ProductAction[];

type Standing = {
  readonly id: string;
  readonly status: ProductStatus;
  readonly isDeleted: boolean;
  /** What the caller may do to it, whatever its state. */
  readonly may: readonly ProductAction[];
};

/** What the caller may do now to each of these products: one query for all of them. */
export const productActions =
  (read: Read) =>
  ({ actor, access }: Caller, ids: readonly string[]): Promise<readonly { id: string; actions: ProductAction[] }[]> =>
    read(actor, async (sql) => {
      const params = sqlParams();
      const wanted = params.add(ids);
      const may = ACTIONS.map(
        (name) => `case when ${reachSql(access, PERMISSIONS[name], GUARDED_PRODUCT, params.values)} then '${name}' end`,
      );
      const found = await sql.query<Standing>(
        `select t.id, t.status, t.deleted_at is not null as "isDeleted",
                array_remove(array[${may.join(', ')}]::text[], null) as may
           from ${GUARDED_PRODUCT.from} where t.id = any(${wanted}::uuid[])`,
        params.values,
      );
      return found.map((each) => ({ id: each.id, actions: each.may.filter((one) => possibleIn(each).has(one)) }));
    });

const MOVE_TO: Readonly<Partial<Record<ProductStatus, ProductAction>>> = { PUBLISHED: 'PUBLISH', RETIRED: 'RETIRE' };

const possibleIn = ({ status, isDeleted }: Standing): ReadonlySet<ProductAction> => {
  const moves = PRODUCT_TRANSITIONS[status].flatMap((to) => MOVE_TO[to] ?? []);
  return new Set<ProductAction>(isDeleted ? ['RESTORE'] : ['UPDATE', 'DELETE', ...moves]);
};
