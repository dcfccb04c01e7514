import type { Caller } from '@crm/access';
import type { Language } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import type { ApiKeysApi } from './features/api-keys/api-keys.feature.ts';
import type { ContactsApi } from './features/contacts/contacts.feature.ts';
import type { CustomersApi } from './features/customers/customers.feature.ts';
import type { DepartmentsApi } from './features/departments/departments.feature.ts';
import type { EmployeesApi } from './features/employees/employees.feature.ts';
import type { NotificationsApi } from './features/notifications/notifications.feature.ts';
import type { PersonalDataApi } from './features/personal-data/personal-data.feature.ts';
import type { RecordSharingApi } from './features/record-sharing/record-sharing.feature.ts';
import type { RolesApi } from './features/roles/roles.feature.ts';
import type { SessionsApi } from './features/sessions/sessions.feature.ts';

/** What resolvers work with, anew for each request. */
export type RequestContext = {
  readonly caller: Caller;
  readonly language: Language;
  readonly apiKeys: ApiKeysApi;
  readonly customers: CustomersApi;
  readonly contacts: ContactsApi;
  readonly departments: DepartmentsApi;
  readonly employees: EmployeesApi;
  readonly notifications: NotificationsApi;
  readonly personalData: PersonalDataApi;
  readonly recordSharing: RecordSharingApi;
  readonly roles: RolesApi;
  readonly sessions: SessionsApi;
};

/** One feature's share of the schema; the merged whole is checked for completeness in `resolvers.ts`. */
export type FeatureResolvers = { [Type in keyof Resolvers]?: Partial<Resolvers[Type]> };
