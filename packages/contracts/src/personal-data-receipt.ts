import { z } from 'zod';

import { contract } from './contract.ts';

/**
 * What a service says when it holds nothing of an erased person any more. One shape for all, so that whoever waits for
 * the receipts reads one kind of news; the aggregate is the erasure, by its id.
 */
export const personalDataReceipt = <const Service extends string>(service: Service) =>
  contract({
    type: `${service}.personal-data-erased.v1` as const,
    topic: `crm.${service}.personal-data.fact.v1` as const,
    aggregate: 'personal-data',
    description: 'This service holds no personal value of an erased person any more; the key is the erasure.',
    owner: service,
    pii: 'none',
    data: z.object({
      /** Records of the service whose personal values were cleared. */
      records: z.int(),
      /** Published rows whose values were taken out of the archive. */
      archived: z.int(),
      /** Events put aside for the person that were thrown away. */
      parked: z.int(),
    }),
    example: { records: 1, archived: 4, parked: 0 },
  });
