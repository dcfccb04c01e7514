import { ALL_CONTRACTS } from '@crm/contracts';
import { type Subscription, isErased } from '@crm/messaging';
import { shareSubscriptions } from '@crm/runtime';

import { everyEvent } from './features/ingestion/every-event.handler.ts';

/** Topic → handler: the inbound contract at a glance. Everything that anybody announces; and who shares what. */
export const subscriptions: readonly Subscription[] = [...everyEvent(ALL_CONTRACTS, isErased), ...shareSubscriptions];
