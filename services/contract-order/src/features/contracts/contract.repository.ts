import { fromMinor, toMinor } from '@crm/kernel';
import { indexForSearch, sqlOf } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

import { ContractEntity, type StoredContract } from './contract.entity.ts';
import type { Contract, ContractId } from './contract.rules.ts';

/** Found by number and name, by everybody who sees the contract. */
export const SEARCHED_AS = 'Contract';

/** The contract behind a row: its amount is money again. */
export const contractOf = ({ amountMinor, currency, ...rest }: StoredContract): Contract => ({
  ...rest,
  amount: fromMinor(BigInt(amountMinor), currency),
});

const storedOf = ({ amount, ...rest }: Contract): StoredContract => ({
  ...rest,
  amountMinor: toMinor(amount).toString(),
  currency: amount.currency,
});

export const contracts = (db: EntityManager) => ({
  find: async (id: ContractId): Promise<Contract | null> => {
    const row = await db.getRepository(ContractEntity).findOneBy({ id });
    return row && contractOf(row);
  },

  add: async (contract: Contract) => {
    await db.getRepository(ContractEntity).insert(storedOf(contract));
    await index(db, contract);
  },

  save: async (contract: Contract) => {
    await db.getRepository(ContractEntity).update({ id: contract.id }, storedOf(contract));
    await index(db, contract);
  },
});

const index = (db: EntityManager, { id, contractNo, name }: Contract) =>
  indexForSearch(sqlOf(db), SEARCHED_AS, id, [name, contractNo]);
