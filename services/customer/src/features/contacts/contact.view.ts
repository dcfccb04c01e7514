import { seenOnce } from '@crm/access';

import type { Contact } from './contact.rules.ts';

/** A contact as the reader may see it: what his roles hide is null, what they mask is masked. */
export const seenContact = seenOnce((contact: Contact, access): Contact => ({
  ...contact,
  name: access.shown('Contact', 'name', contact.name, 'text') ?? '****',
  title: access.shown('Contact', 'title', contact.title, 'text'),
  department: access.shown('Contact', 'department', contact.department, 'text'),
}));
