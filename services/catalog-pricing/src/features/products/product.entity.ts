import { EntitySchema } from 'typeorm';

import type { Product } from './product.rules.ts';

type ProductRow = { -readonly [Field in keyof Product]: Product[Field] };

export const ProductEntity = new EntitySchema<ProductRow>({
  name: 'Product',
  tableName: 'product',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text' },
    name: { type: 'text' },
    description: { type: 'text', nullable: true },
    unit: { type: 'text' },
    kind: { type: 'text' },
    taxClass: { type: 'text', name: 'tax_class', nullable: true },
    isSerialTracked: { type: 'boolean', name: 'is_serial_tracked' },
    status: { type: 'text' },
    version: { type: 'integer' },
    createdAt: { type: 'timestamptz', name: 'created_at' },
    createdBy: { type: 'uuid', name: 'created_by', nullable: true },
    updatedAt: { type: 'timestamptz', name: 'updated_at' },
    updatedBy: { type: 'uuid', name: 'updated_by', nullable: true },
    deletedAt: { type: 'timestamptz', name: 'deleted_at', nullable: true },
  },
});
