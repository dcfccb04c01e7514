import type { Subscription } from '@crm/messaging';

import { onNews } from './features/notifications/news.handler.ts';
import type { Notify } from './features/notifications/notify.command.ts';
import { onPersonalDataErased } from './features/personal-data/personal-data-erased.handler.ts';

/** Topic → handler: the inbound contract at a glance. What is to be erased is heard by every service. */
export const subscriptionsOf = ({ notify }: { readonly notify: Notify }): readonly Subscription[] => [
  ...onPersonalDataErased,
  ...onNews(notify),
];
