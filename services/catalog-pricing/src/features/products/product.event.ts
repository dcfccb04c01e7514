import {
  type AggregateAt,
  fact,
  productChangedV1,
  productCreatedV1,
  productDeletedV1,
  productPublishedV1,
  productRestoredV1,
  productRetiredV1,
  productStateV1,
} from '@crm/contracts';

import type { Product } from './product.rules.ts';

export const productCreated = (at: AggregateAt, { code, kind, updatedAt }: Product) =>
  fact(productCreatedV1, at, updatedAt, { code, kind });

export const productChanged = (at: AggregateAt, { code, status, updatedAt }: Product, changed: readonly string[]) =>
  fact(productChangedV1, at, updatedAt, { code, status, changed: [...changed] });

export const productPublished = (at: AggregateAt, { code, kind, updatedAt }: Product) =>
  fact(productPublishedV1, at, updatedAt, { code, kind });

export const productRetired = (at: AggregateAt, { code, kind, updatedAt }: Product) =>
  fact(productRetiredV1, at, updatedAt, { code, kind });

export const productDeleted = (at: AggregateAt, { code, status, updatedAt }: Product) =>
  fact(productDeletedV1, at, updatedAt, { code, status });

export const productRestored = (at: AggregateAt, { code, status, updatedAt }: Product) =>
  fact(productRestoredV1, at, updatedAt, { code, status });

/** The whole row, for the state topic: announced beside every fact. */
export const productState = (at: AggregateAt, product: Product) =>
  fact(productStateV1, at, product.updatedAt, {
    id: product.id,
    code: product.code,
    name: product.name,
    description: product.description,
    unit: product.unit,
    kind: product.kind,
    taxClass: product.taxClass,
    isSerialTracked: product.isSerialTracked,
    status: product.status,
    isDeleted: product.deletedAt !== null,
    createdAt: product.createdAt.toISOString(),
    updatedAt: product.updatedAt.toISOString(),
  });
