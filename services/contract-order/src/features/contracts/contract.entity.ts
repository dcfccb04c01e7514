import { EntitySchema } from 'typeorm';

import type { Contract } from './contract.rules.ts';

type Stored = Omit<Contract, 'amount'> & {
  /** Whole minor units; text, since a bigint does not fit into a number. */
  readonly amountMinor: string;
  readonly currency: string;
};

/** A contract as its table has it. */
export type StoredContract = { -readonly [Field in keyof Stored]: Stored[Field] };

export const ContractEntity = new EntitySchema<StoredContract>({
  name: 'Contract',
  tableName: 'contract',
  columns: {
    id: { type: 'uuid', primary: true },
    contractNo: { type: 'text', name: 'contract_no' },
    name: { type: 'text' },
    type: { type: 'text' },
    customerId: { type: 'uuid', name: 'customer_id' },
    amountMinor: { type: 'bigint', name: 'amount_minor' },
    currency: { type: 'text' },
    startOn: { type: 'date', name: 'start_on', nullable: true },
    endOn: { type: 'date', name: 'end_on', nullable: true },
    status: { type: 'text' },
    voidedBecause: { type: 'text', name: 'voided_because', nullable: true },
    isArchived: { type: 'boolean', name: 'is_archived' },
    ownerId: { type: 'uuid', name: 'owner_id', nullable: true },
    departmentId: { type: 'uuid', name: 'department_id', nullable: true },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'uuid', name: 'created_by', nullable: true },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: { type: 'uuid', name: 'updated_by', nullable: true },
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
  },
});
