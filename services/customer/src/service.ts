import path from 'node:path';

import type { ServiceDefinition, ServiceParts, Wired } from '@crm/runtime';

import type { RequestContext } from './context.ts';
import { ApiKeyEntity } from './features/api-keys/api-key.entity.ts';
import { apiKeysFeature } from './features/api-keys/api-keys.feature.ts';
import { ContactEntity } from './features/contacts/contact.entity.ts';
import { contactsFeature } from './features/contacts/contacts.feature.ts';
import { eraseContact, mayEraseContact } from './features/contacts/erase-contact.command.ts';
import { contactsFollow, keepPersonContact } from './features/contacts/follow-customer.command.ts';
import { CustomerEntity } from './features/customers/customer.entity.ts';
import { holdForContact, reachForSharing } from './features/customers/customer-of-contact.ts';
import { customersFeature } from './features/customers/customers.feature.ts';
import { eraseCustomer } from './features/customers/erase-customer.command.ts';
import { chooseOwner, ownerNamed } from './features/customers/owner-choice.ts';
import { DepartmentEntity } from './features/departments/department.entity.ts';
import { departmentExists } from './features/departments/department.queries.ts';
import { departmentsFeature } from './features/departments/departments.feature.ts';
import { directoryRows } from './features/employees/directory.queries.ts';
import { EmployeeEntity } from './features/employees/employee.entity.ts';
import { employeeFor } from './features/employees/employee.guard.ts';
import { activeEmployee, departmentOfActive, peopleIn } from './features/employees/employee.queries.ts';
import { employeesFeature } from './features/employees/employees.feature.ts';
import { NotificationEntity } from './features/notifications/notification.entity.ts';
import { notificationsFeature } from './features/notifications/notifications.feature.ts';
import { personalDataFeature } from './features/personal-data/personal-data.feature.ts';
import { recordSharingFeature } from './features/record-sharing/record-sharing.feature.ts';
import { unknownRoles } from './features/roles/role.queries.ts';
import { RoleEntity } from './features/roles/role.entity.ts';
import { rolesFeature } from './features/roles/roles.feature.ts';
import { endSessions } from './features/sessions/revoke-sessions.command.ts';
import { SessionRevocationEntity } from './features/sessions/session-revocation.entity.ts';
import { sessionsFeature } from './features/sessions/sessions.feature.ts';
import { CreateCompany1764000000001 } from './migrations/1764000000001-create-company.ts';
import { CreateParties1764000000002 } from './migrations/1764000000002-create-parties.ts';
import { AddOrganizationType1764000000003 } from './migrations/1764000000003-add-organization-type.ts';
import { CreatePersonalDataErasure1764000000004 } from './migrations/1764000000004-create-personal-data-erasure.ts';
import { CreateApiKeys1764000000010 } from './migrations/1764000000010-create-api-keys.ts';
import { EndSignInsOnce1764000000012 } from './migrations/1764000000012-end-sign-ins-once.ts';
import { AddDeletionReason1764000000005 } from './migrations/1764000000005-add-deletion-reason.ts';
import { CreateNotifications1764000000011 } from './migrations/1764000000011-create-notifications.ts';
import { AddressEntity, ContactPointEntity } from './party/party.entity.ts';
import { resolvers } from './resolvers.ts';
import { subscriptionsOf } from './subscriptions.ts';

/** Puts the features together: what one needs of another is handed over here, and nowhere else. */
const featuresOf = (parts: ServiceParts) => ({
  customers: customersFeature({
    ...parts,
    chooseOwner: chooseOwner(departmentOfActive),
    ownerNamed: ownerNamed(departmentOfActive),
    keepPersonContact,
    contacts: contactsFollow,
  }),
  contacts: contactsFeature({ ...parts, holdCustomer: holdForContact }),
  apiKeys: apiKeysFeature({ ...parts, ownerOf: activeEmployee, unknownRoles }),
  departments: departmentsFeature(parts),
  employees: employeesFeature({ ...parts, endSessions }),
  notifications: notificationsFeature({ ...parts, peopleIn }),
  personalData: personalDataFeature({ ...parts, mayErase: mayEraseContact, eraseContact, eraseCustomer }),
  recordSharing: recordSharingFeature({
    ...parts,
    reach: reachForSharing,
    exists: async (work, grantee) =>
      grantee.granteeType === 'EMPLOYEE'
        ? (await departmentOfActive(work, grantee.granteeId)) !== null
        : departmentExists(work, grantee.granteeId),
  }),
  roles: rolesFeature(parts),
  sessions: sessionsFeature({ ...parts, employeeFor }),
});

const wire = (parts: ServiceParts): Wired<RequestContext> => {
  const features = featuresOf(parts);
  return {
    resolvers,
    subscriptions: subscriptionsOf(features.notifications),
    timers: [...features.notifications.timers, ...features.personalData.timers],
    contextOf: (caller, language) => ({
      caller,
      language,
      customers: { ...features.customers, ...features.customers.perRequest(caller) },
      contacts: { ...features.contacts, ...features.contacts.perRequest(caller) },
      apiKeys: { ...features.apiKeys, ...features.apiKeys.perRequest(caller) },
      departments: { ...features.departments, ...features.departments.perRequest(caller) },
      employees: { ...features.employees, ...features.employees.perRequest(caller) },
      notifications: { ...features.notifications.api, ...features.notifications.perRequest(caller) },
      personalData: { ...features.personalData.api, ...features.personalData.perRequest(caller) },
      recordSharing: { ...features.recordSharing, ...features.recordSharing.perRequest(caller) },
      roles: { ...features.roles, ...features.roles.perRequest(caller) },
      sessions: features.sessions,
    }),
  };
};

export const customerService: ServiceDefinition<RequestContext> = {
  name: 'customer',
  schemaFile: path.join(import.meta.dirname, '../schema.graphql'),
  entities: [
    ApiKeyEntity,
    AddressEntity,
    ContactEntity,
    ContactPointEntity,
    CustomerEntity,
    DepartmentEntity,
    EmployeeEntity,
    NotificationEntity,
    RoleEntity,
    SessionRevocationEntity,
  ],
  migrations: [
    CreateCompany1764000000001,
    CreateParties1764000000002,
    AddOrganizationType1764000000003,
    CreatePersonalDataErasure1764000000004,
    AddDeletionReason1764000000005,
    CreateApiKeys1764000000010,
    CreateNotifications1764000000011,
    EndSignInsOnce1764000000012,
  ],
  directoryRows,
  wire,
};
