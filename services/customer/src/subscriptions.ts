import type { Subscription } from '@crm/messaging';

import { onPersonalDataErased } from './features/personal-data/personal-data-erased.handler.ts';

/** Topic → handler: the inbound contract at a glance. What is to be erased is heard by every service. */
export const subscriptions: readonly Subscription[] = [...onPersonalDataErased];
