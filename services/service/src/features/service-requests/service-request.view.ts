import { seenOnce } from '@crm/access';

import type { ServiceRequest } from './service-request.rules.ts';

const TEXTS = ['description', 'solution', 'cause', 'movedBecause'] as const;

/** A request as the reader may see it: what his roles hide is null, what they mask is masked. */
export const seenRequest = seenOnce((request: ServiceRequest, access): ServiceRequest => {
  const shown = TEXTS.map((field) => [field, access.shown('ServiceRequest', field, request[field], 'text')]);
  return {
    ...request,
    // Each text replaces the one of the same field, by itself, by null, or masked.
    ...(Object.fromEntries(shown) as Pick<ServiceRequest, (typeof TEXTS)[number]>),
    // A subject cannot be null: hidden, it is masked.
    subject: access.shown('ServiceRequest', 'subject', request.subject, 'text') ?? '****',
  };
});
