import {
  deleteDepartment,
  deleteEmployee,
  deleteRole,
  deleteShare,
  upsertDepartment,
  upsertEmployee,
  upsertRole,
  upsertShare,
} from '@crm/access';
import { type Contract, departmentStateV1, employeeStateV1, recordShareStateV1, roleStateV1 } from '@crm/contracts';
import type { Subscription } from '@crm/messaging';

const projection = <C extends Contract>(
  to: C,
  handle: Extract<Subscription<C>, { kind: 'projection' }>['handle'],
): Subscription =>
  // A subscription to one contract is one to some contract: the consumer hands it facts of its own contract only.
  ({ to, kind: 'projection', handle }) as unknown as Subscription;

/**
 * Every service's own copy of who works where and what roles mean: permission is decided without asking anybody.
 */
export const directorySubscriptions: readonly Subscription[] = [
  projection(departmentStateV1, async ({ aggregate: { id, version }, data }, { db }) => {
    await (data
      ? upsertDepartment(db, { id, version, parentId: data.parentId })
      : deleteDepartment(db, { id, version }));
  }),
  projection(employeeStateV1, async ({ aggregate: { id, version }, data }, { db }) => {
    if (!data) return deleteEmployee(db, { id, version });
    const { departmentId, isActive, roles } = data;
    return upsertEmployee(db, { id, version, departmentId, active: isActive, roles });
  }),
  projection(roleStateV1, async ({ aggregate: { id, version }, data }, { db }) => {
    if (!data) return deleteRole(db, { id, version });
    const { key, name, permissions, fields } = data;
    return upsertRole(db, { id, version, key, name, permissions, fields });
  }),
];

/** The shares of customers, for services whose rows are seen by whoever sees the customer. */
export const shareSubscriptions: readonly Subscription[] = [
  projection(recordShareStateV1, async ({ aggregate: { id, version }, data }, { db }) => {
    await (data ? upsertShare(db, { id, version, ...data }) : deleteShare(db, { id, version }));
  }),
];
