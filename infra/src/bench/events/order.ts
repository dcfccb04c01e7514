import { contract } from '@crm/contracts';
import { z } from 'zod';

/** What the bench announces: as long as a usual fact of the suite. */
export const ORDER_PLACED = contract({
  type: 'bench.order-placed.v1',
  topic: 'crm.bench.order.fact.v1',
  aggregate: 'order',
  description: 'An order was placed.',
  owner: 'infra',
  pii: 'none',
  data: z.object({
    number: z.number().int(),
    customer: z.string(),
    currency: z.string(),
    total: z.string(),
    note: z.string(),
  }),
  example: { number: 1, customer: 'Example AG', currency: 'EUR', total: '120.00', note: 'Deliver in the morning.' },
});

export const NOTE = 'Deliver in the morning, ring twice, and leave the invoice with the neighbour.';
