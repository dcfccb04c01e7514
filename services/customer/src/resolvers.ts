import { nodeResolver, scalarResolvers } from '@crm/graphql';

import type { Resolvers } from './__generated__/graphql.ts';
import { apiKeyResolvers as apiKeys } from './features/api-keys/api-keys.resolvers.ts';
import { contactResolvers as contacts } from './features/contacts/contacts.resolvers.ts';
import { customerResolvers as customers } from './features/customers/customers.resolvers.ts';
import { departmentResolvers as departments } from './features/departments/departments.resolvers.ts';
import { employeeResolvers as employees } from './features/employees/employees.resolvers.ts';
import { notificationResolvers as notifications } from './features/notifications/notifications.resolvers.ts';
import { personalDataResolvers as personalData } from './features/personal-data/personal-data.resolvers.ts';
import { recordSharingResolvers as recordSharing } from './features/record-sharing/record-sharing.resolvers.ts';
import { roleResolvers as roles } from './features/roles/roles.resolvers.ts';
import { sessionResolvers as sessions } from './features/sessions/sessions.resolvers.ts';

const { Date: CalendarDate, DateTime, CountryCode } = scalarResolvers;

/** Every field of the subgraph, typed: a Query or Mutation nobody answers does not compile. */
export const resolvers: Resolvers = {
  ...nodeResolver,
  Date: CalendarDate,
  DateTime,
  CountryCode,
  Query: {
    ...apiKeys.Query,
    ...customers.Query,
    ...contacts.Query,
    ...departments.Query,
    ...employees.Query,
    ...notifications.Query,
    ...personalData.Query,
    ...roles.Query,
    ...sessions.Query,
  },
  Mutation: {
    ...apiKeys.Mutation,
    ...customers.Mutation,
    ...contacts.Mutation,
    ...departments.Mutation,
    ...employees.Mutation,
    ...notifications.Mutation,
    ...personalData.Mutation,
    ...recordSharing.Mutation,
    ...roles.Mutation,
    ...sessions.Mutation,
  },
  ApiKey: apiKeys.ApiKey,
  ApiKeyHolder: apiKeys.ApiKeyHolder,
  Customer: { ...customers.Customer, ...contacts.Customer, ...recordSharing.Customer },
  CustomerShare: recordSharing.CustomerShare,
  Contact: { ...contacts.Contact, ...personalData.Contact },
  Department: departments.Department,
  Employee: employees.Employee,
  Notification: notifications.Notification,
  PersonalDataErasure: personalData.PersonalDataErasure,
  PersonalDataConfirmation: personalData.PersonalDataConfirmation,
  Role: roles.Role,
  SessionRevocation: sessions.SessionRevocation,
};
