import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Address as AddressRow } from '../party/address.rules.ts';
import type { ApiKeyRow } from '../features/api-keys/api-key.queries.ts';
import type { Holder as ApiKeyHolderRow } from '../features/api-keys/identify-holder.command.ts';
import type { Contact as ContactRow } from '../features/contacts/contact.rules.ts';
import type { ContactPoint as ContactPointRow } from '../party/contact-point.rules.ts';
import type { Customer as CustomerRow, PersonDetails as PersonDetailsRow } from '../features/customers/customer.rules.ts';
import type { Share as CustomerShareRow } from '../features/record-sharing/record-share.rules.ts';
import type { DepartmentRow } from '../features/departments/department.queries.ts';
import type { EmployeeRow } from '../features/employees/employee.queries.ts';
import type { Notification as NotificationRow } from '../features/notifications/notification.rules.ts';
import type { Confirmation as PersonalDataConfirmationRow, Erasure as PersonalDataErasureRow } from '../features/personal-data/erasure.rules.ts';
import type { RoleRow } from '../features/roles/role.queries.ts';
import type { SessionRevocationRow } from '../features/sessions/session-revocation.queries.ts';
import type { RequestContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 3166-1 alpha-2: `CN`. */
  CountryCode: { input: string; output: string; }
  /** A day of the calendar: `2026-11-22`. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with a zone; answers are in UTC: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: string; output: string; }
};

/** A place of the customer. */
export type Address = {
  readonly __typename?: 'Address';
  readonly id: Scalars['ID']['output'];
  readonly kind: AddressKind;
  /** Whom to ask for there. */
  readonly recipient: Maybe<Scalars['String']['output']>;
  readonly country: Maybe<Scalars['CountryCode']['output']>;
  readonly province: Maybe<Scalars['String']['output']>;
  readonly city: Maybe<Scalars['String']['output']>;
  readonly district: Maybe<Scalars['String']['output']>;
  /** Street and house. */
  readonly line: Scalars['String']['output'];
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** The one to use unless told otherwise; one of each kind. */
  readonly isDefault: Scalars['Boolean']['output'];
};

export type AddressInput = {
  readonly kind: AddressKind;
  readonly recipient?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly province?: InputMaybe<Scalars['String']['input']>;
  readonly city?: InputMaybe<Scalars['String']['input']>;
  readonly district?: InputMaybe<Scalars['String']['input']>;
  readonly line: Scalars['String']['input'];
  readonly postalCode?: InputMaybe<Scalars['String']['input']>;
  readonly isDefault: Scalars['Boolean']['input'];
};

export type AddressKind =
  | 'REGISTERED'
  | 'BILLING'
  | 'SHIPPING'
  | 'OFFICE'
  | 'HOME'
  | 'OTHER';

/** What a program signs in with. It can do what both its roles and its owner's allow, as far as its scopes reach. */
export type ApiKey = Node & {
  readonly __typename?: 'ApiKey';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** On whose behalf the key acts; null: on the company's. */
  readonly owner: Maybe<Employee>;
  /** Keys of the roles that it may use; of an owner's key, only those that the owner still has. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly scopes: ReadonlyArray<ApiKeyScope>;
  readonly expiresAt: Scalars['DateTime']['output'];
  /** Null: it was not withdrawn. */
  readonly revokedAt: Maybe<Scalars['DateTime']['output']>;
  /** To within a few minutes. Null: never. */
  readonly lastUsedAt: Maybe<Scalars['DateTime']['output']>;
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
};

export type ApiKeyConnection = {
  readonly __typename?: 'ApiKeyConnection';
  readonly edges: ReadonlyArray<ApiKeyEdge>;
  readonly nodes: ReadonlyArray<ApiKey>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type ApiKeyEdge = {
  readonly __typename?: 'ApiKeyEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ApiKey;
};

export type ApiKeyFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ApiKeyFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ApiKeyFilter>>;
  readonly not?: InputMaybe<ApiKeyFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
};

/** For the gateway alone: whom a key speaks for at the moment. */
export type ApiKeyHolder = {
  readonly __typename?: 'ApiKeyHolder';
  /** The owner's id; null: the company's own. */
  readonly actsFor: Maybe<Scalars['ID']['output']>;
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
  readonly expiresAt: Scalars['DateTime']['output'];
};

export type ApiKeyOrder = {
  readonly field: ApiKeyOrderField;
  readonly direction: OrderDirection;
};

export type ApiKeyOrderField =
  | 'NAME'
  | 'CREATED_AT';

/** What a key is for. */
export type ApiKeyScope =
  /** Queries and subscriptions. */
  | 'READ'
  /** Mutations. */
  | 'WRITE'
  /** Making and withdrawing API keys, and ending sessions. */
  | 'KEYS';

export type AssignCustomerInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  /** Null: nobody; the customer goes to the pool. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The customer, or why nothing changed. */
export type AssignCustomerPayload = {
  readonly __typename?: 'AssignCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Attitude =
  | 'SUPPORTIVE'
  | 'NEUTRAL'
  | 'OPPOSED';

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

export type BuyingRole =
  | 'DECISION_MAKER'
  | 'ECONOMIC_BUYER'
  | 'INFLUENCER'
  | 'CHAMPION'
  | 'EVALUATOR'
  | 'USER'
  | 'BLOCKER';

export type BuyingRoleFilter = {
  readonly eq?: InputMaybe<BuyingRole>;
  readonly in?: InputMaybe<ReadonlyArray<BuyingRole>>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What we do over some time to be found or heard: a fair, a series of mails, an advertisement. */
export type Campaign = Node & {
  readonly __typename?: 'Campaign';
  readonly id: Scalars['ID']['output'];
};

export type CompanySize =
  | 'MICRO'
  | 'SMALL'
  | 'MEDIUM'
  | 'LARGE'
  | 'ENTERPRISE';

/** The record is at another version than `expectedVersion`. */
export type ConflictError = UserError & {
  readonly __typename?: 'ConflictError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The version it is at now. */
  readonly currentVersion: Scalars['Int']['output'];
  /** The record as it is now, to merge with and try again. */
  readonly current: Maybe<Node>;
};

/** A person we deal with at a customer. */
export type Contact = Node & {
  readonly __typename?: 'Contact';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly customer: Maybe<Customer>;
  /** True for the contact that a person customer has of itself; it follows the customer. */
  readonly isPersonOfCustomer: Scalars['Boolean']['output'];
  readonly title: Maybe<Scalars['String']['output']>;
  /** The customer's department, in its words. */
  readonly department: Maybe<Scalars['String']['output']>;
  readonly buyingRole: Maybe<BuyingRole>;
  /** From 1, little, to 5. */
  readonly influence: Maybe<Scalars['Int']['output']>;
  readonly attitude: Maybe<Attitude>;
  readonly reportsTo: Maybe<Contact>;
  readonly contactPoints: ReadonlyArray<ContactPoint>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
  /** When everything personal was erased for good: since then the name is empty. Null: it was not. */
  readonly erasedAt: Maybe<Scalars['DateTime']['output']>;
  /** How the erasure of this person stands; null: nobody asked for it. */
  readonly erasure: Maybe<PersonalDataErasure>;
};

export type ContactConnection = {
  readonly __typename?: 'ContactConnection';
  readonly edges: ReadonlyArray<ContactEdge>;
  readonly nodes: ReadonlyArray<Contact>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type ContactEdge = {
  readonly __typename?: 'ContactEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Contact;
};

export type ContactFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ContactFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ContactFilter>>;
  readonly not?: InputMaybe<ContactFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly customerId?: InputMaybe<IdFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly buyingRole?: InputMaybe<BuyingRoleFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type ContactOrder = {
  readonly field: ContactOrderField;
  readonly direction: OrderDirection;
};

export type ContactOrderField =
  | 'NAME'
  | 'CREATED_AT'
  | 'UPDATED_AT';

/** A way to reach somebody. */
export type ContactPoint = {
  readonly __typename?: 'ContactPoint';
  readonly id: Scalars['ID']['output'];
  readonly kind: ContactPointKind;
  /** As people write it; masked for roles that may not see it. */
  readonly value: Scalars['String']['output'];
  readonly label: Maybe<Scalars['String']['output']>;
  /** The first to try; one of each kind. */
  readonly isPrimary: Scalars['Boolean']['output'];
  readonly isVerified: Scalars['Boolean']['output'];
};

export type ContactPointInput = {
  readonly kind: ContactPointKind;
  /** Phones with country code, or as dialled in the customer's country. */
  readonly value: Scalars['String']['input'];
  readonly label?: InputMaybe<Scalars['String']['input']>;
  readonly isPrimary: Scalars['Boolean']['input'];
};

export type ContactPointKind =
  | 'PHONE'
  | 'EMAIL'
  | 'FAX'
  | 'WECHAT'
  | 'QQ'
  | 'WEIBO'
  | 'OTHER';

/** What was agreed with a customer. */
export type Contract = Node & {
  readonly __typename?: 'Contract';
  readonly id: Scalars['ID']['output'];
};

/** A number of rows, counted up to a limit. */
export type Count = {
  readonly __typename?: 'Count';
  readonly value: Scalars['Int']['output'];
  /** False when there are more than `value`. */
  readonly isExact: Scalars['Boolean']['output'];
};

export type CreateApiKeyInput = {
  /** The same key and input give the same API key, for 24 hours; its secret is told the first time only. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is for, for people. */
  readonly name: Scalars['String']['input'];
  /** On whose behalf: an employee's, whose roles are the most it can have. Left out: the caller's. Null: the company's. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Keys of roles: the owner's, or some of them. */
  readonly roles: ReadonlyArray<Scalars['String']['input']>;
  readonly scopes: ReadonlyArray<ApiKeyScope>;
  /** At most a year ahead. */
  readonly expiresAt: Scalars['DateTime']['input'];
};

/** The new key, or why there is none. */
export type CreateApiKeyPayload = {
  readonly __typename?: 'CreateApiKeyPayload';
  readonly apiKey: Maybe<ApiKey>;
  /** What the program signs in with: `Authorization: Bearer crm_…` or `x-api-key: crm_…`. Shown now and never again. */
  readonly secret: Maybe<Scalars['String']['output']>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CreateContactInput = {
  /** The same key and input give the same contact, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly customerId: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly department?: InputMaybe<Scalars['String']['input']>;
  readonly buyingRole?: InputMaybe<BuyingRole>;
  readonly influence?: InputMaybe<Scalars['Int']['input']>;
  readonly attitude?: InputMaybe<Attitude>;
  readonly reportsToId?: InputMaybe<Scalars['ID']['input']>;
  readonly contactPoints: ReadonlyArray<ContactPointInput>;
};

/** The new contact, or why there is none. */
export type CreateContactPayload = {
  readonly __typename?: 'CreateContactPayload';
  readonly contact: Maybe<Contact>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CreateCustomerBatchInput = {
  readonly items: ReadonlyArray<CreateCustomerInput>;
};

/** One result for each item, in order. */
export type CreateCustomerBatchPayload = {
  readonly __typename?: 'CreateCustomerBatchPayload';
  readonly results: ReadonlyArray<CreateCustomerPayload>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CreateCustomerInput = {
  /** The same key and input give the same customer, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly kind: CustomerKind;
  /** Needed for companies; a person's follows from the parts of the name when left out. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
  readonly person?: InputMaybe<PersonDetailsInput>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly registrationNo?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly province?: InputMaybe<Scalars['String']['input']>;
  readonly city?: InputMaybe<Scalars['String']['input']>;
  readonly size?: InputMaybe<CompanySize>;
  /** Companies only. */
  readonly organizationType?: InputMaybe<OrganizationType>;
  readonly website?: InputMaybe<Scalars['String']['input']>;
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  readonly grade?: InputMaybe<Scalars['String']['input']>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** Another owner than you: for those who may assign. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
  readonly addresses: ReadonlyArray<AddressInput>;
  readonly contactPoints: ReadonlyArray<ContactPointInput>;
};

/** The new customer, or why there is none. */
export type CreateCustomerPayload = {
  readonly __typename?: 'CreateCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CreateDepartmentInput = {
  /** The same key and input give the same department, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The new department, or why there is none. */
export type CreateDepartmentPayload = {
  readonly __typename?: 'CreateDepartmentPayload';
  readonly department: Maybe<Department>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CreateEmployeeInput = {
  /** The same key and input give the same employee, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The subject of the person's sign-in; unique among live employees. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly departmentId: Scalars['ID']['input'];
  readonly managerId?: InputMaybe<Scalars['ID']['input']>;
  readonly roles: ReadonlyArray<Scalars['String']['input']>;
};

/** The new employee, or why there is none. */
export type CreateEmployeePayload = {
  readonly __typename?: 'CreateEmployeePayload';
  readonly employee: Maybe<Employee>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A company or a person we know. */
export type Customer = Node & {
  readonly __typename?: 'Customer';
  /** The people we deal with there. Default order: by name. */
  readonly contacts: ContactConnection;
  readonly id: Scalars['ID']['output'];
  /** Human readable, unique within the company: `C-000042`. */
  readonly customerNo: Scalars['String']['output'];
  readonly kind: CustomerKind;
  /** The company's name, or the person's names as they are written in the country. */
  readonly name: Scalars['String']['output'];
  readonly shortName: Maybe<Scalars['String']['output']>;
  /** Persons only. */
  readonly person: Maybe<PersonDetails>;
  readonly industry: Maybe<Scalars['String']['output']>;
  /** A company's registration number, such as the unified social credit code. */
  readonly registrationNo: Maybe<Scalars['String']['output']>;
  readonly country: Maybe<Scalars['CountryCode']['output']>;
  readonly province: Maybe<Scalars['String']['output']>;
  readonly city: Maybe<Scalars['String']['output']>;
  readonly size: Maybe<CompanySize>;
  /** Companies only. */
  readonly organizationType: Maybe<OrganizationType>;
  readonly website: Maybe<Scalars['String']['output']>;
  /** The company it belongs to. */
  readonly parent: Maybe<Customer>;
  readonly lifecycle: CustomerLifecycle;
  /** Why the lifecycle was set by hand; null while it is derived. */
  readonly lifecyclePinReason: Maybe<Scalars['String']['output']>;
  readonly grade: Maybe<Scalars['String']['output']>;
  readonly source: Maybe<Scalars['String']['output']>;
  /** Who looks after it; null: in the pool, or hidden from you. */
  readonly owner: Maybe<Employee>;
  /** The owner's department. */
  readonly department: Maybe<Department>;
  readonly addresses: ReadonlyArray<Address>;
  /** Phones, e-mail addresses and other ways to reach it. */
  readonly contactPoints: ReadonlyArray<ContactPoint>;
  /** What the reader may do to it now. */
  readonly availableActions: ReadonlyArray<CustomerAction>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why, as somebody wrote it. */
  readonly deletedBecause: Maybe<Scalars['String']['output']>;
  /** When everything personal of a person was erased for good: since then the name is empty. Null: it was not. */
  readonly erasedAt: Maybe<Scalars['DateTime']['output']>;
  /** With whom it is shared; null when you may not share it. */
  readonly shares: Maybe<ReadonlyArray<CustomerShare>>;
};


/** A company or a person we know. */
export type CustomerContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContactFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ContactOrder>>;
};

export type CustomerAction =
  | 'UPDATE'
  | 'ASSIGN'
  | 'SHARE'
  | 'DELETE'
  | 'RESTORE';

export type CustomerConnection = {
  readonly __typename?: 'CustomerConnection';
  readonly edges: ReadonlyArray<CustomerEdge>;
  readonly nodes: ReadonlyArray<Customer>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type CustomerEdge = {
  readonly __typename?: 'CustomerEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Customer;
};

export type CustomerFilter = {
  readonly and?: InputMaybe<ReadonlyArray<CustomerFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<CustomerFilter>>;
  readonly not?: InputMaybe<CustomerFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly kind?: InputMaybe<CustomerKindFilter>;
  readonly customerNo?: InputMaybe<TextFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly industry?: InputMaybe<TextFilter>;
  readonly country?: InputMaybe<TextFilter>;
  readonly province?: InputMaybe<TextFilter>;
  readonly city?: InputMaybe<TextFilter>;
  readonly lifecycle?: InputMaybe<CustomerLifecycleFilter>;
  readonly organizationType?: InputMaybe<OrganizationTypeFilter>;
  readonly grade?: InputMaybe<TextFilter>;
  readonly source?: InputMaybe<TextFilter>;
  readonly registrationNo?: InputMaybe<TextFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly parentId?: InputMaybe<IdFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type CustomerKind =
  | 'ORGANIZATION'
  | 'PERSON';

export type CustomerKindFilter = {
  readonly eq?: InputMaybe<CustomerKind>;
  readonly in?: InputMaybe<ReadonlyArray<CustomerKind>>;
};

export type CustomerLifecycle =
  | 'PROSPECT'
  | 'ACTIVE'
  | 'DORMANT'
  | 'CHURNED';

export type CustomerLifecycleFilter = {
  readonly eq?: InputMaybe<CustomerLifecycle>;
  readonly in?: InputMaybe<ReadonlyArray<CustomerLifecycle>>;
};

export type CustomerOrder = {
  readonly field: CustomerOrderField;
  readonly direction: OrderDirection;
  readonly nulls?: InputMaybe<NullsOrder>;
};

export type CustomerOrderField =
  | 'NAME'
  | 'CUSTOMER_NO'
  | 'CREATED_AT'
  | 'UPDATED_AT'
  | 'GRADE';

/** With whom a customer is shared, how far, and until when. */
export type CustomerShare = {
  readonly __typename?: 'CustomerShare';
  /** The employee or the department. */
  readonly grantee: Maybe<Node>;
  readonly level: ShareLevel;
  /** Null: until it is ended. */
  readonly until: Maybe<Scalars['DateTime']['output']>;
};

/** Which records a permission reaches. */
export type DataScope =
  /** Those one owns. */
  | 'OWN'
  /** Those of one's own department. */
  | 'TEAM'
  /** Those of one's department and all below. */
  | 'SUBTREE'
  /** Those shared with one. */
  | 'SHARED'
  /** All of the company's. */
  | 'ALL';

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteContactInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The contact as it was deleted, or why it was not. */
export type DeleteContactPayload = {
  readonly __typename?: 'DeleteContactPayload';
  readonly contact: Maybe<Contact>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type DeleteCustomerInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The customer as it was deleted, or why it was not. */
export type DeleteCustomerPayload = {
  readonly __typename?: 'DeleteCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A part of the company. Departments form a tree, and data scopes follow it. */
export type Department = Node & {
  readonly __typename?: 'Department';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** Null: at the top. */
  readonly parent: Maybe<Department>;
  /** From the top down to the department above this one. */
  readonly ancestors: ReadonlyArray<Department>;
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
};

export type DepartmentConnection = {
  readonly __typename?: 'DepartmentConnection';
  readonly edges: ReadonlyArray<DepartmentEdge>;
  readonly nodes: ReadonlyArray<Department>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type DepartmentEdge = {
  readonly __typename?: 'DepartmentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Department;
};

export type DepartmentFilter = {
  readonly and?: InputMaybe<ReadonlyArray<DepartmentFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<DepartmentFilter>>;
  readonly not?: InputMaybe<DepartmentFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly parentId?: InputMaybe<IdFilter>;
  readonly name?: InputMaybe<TextFilter>;
};

export type DepartmentOrder = {
  readonly field: DepartmentOrderField;
  readonly direction: OrderDirection;
};

export type DepartmentOrderField =
  | 'NAME'
  | 'CREATED_AT';

/** Somebody who works here. */
export type Employee = Node & {
  readonly __typename?: 'Employee';
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly title: Maybe<Scalars['String']['output']>;
  readonly email: Maybe<Scalars['String']['output']>;
  readonly department: Maybe<Department>;
  readonly manager: Maybe<Employee>;
  /** Keys of the roles that give the permissions. */
  readonly roles: ReadonlyArray<Scalars['String']['output']>;
  readonly isActive: Scalars['Boolean']['output'];
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly updatedAt: Scalars['DateTime']['output'];
};

export type EmployeeConnection = {
  readonly __typename?: 'EmployeeConnection';
  readonly edges: ReadonlyArray<EmployeeEdge>;
  readonly nodes: ReadonlyArray<Employee>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type EmployeeEdge = {
  readonly __typename?: 'EmployeeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Employee;
};

export type EmployeeFilter = {
  readonly and?: InputMaybe<ReadonlyArray<EmployeeFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<EmployeeFilter>>;
  readonly not?: InputMaybe<EmployeeFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly managerId?: InputMaybe<IdFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly isActive?: InputMaybe<BooleanFilter>;
};

export type EmployeeOrder = {
  readonly field: EmployeeOrderField;
  readonly direction: OrderDirection;
};

export type EmployeeOrderField =
  | 'NAME'
  | 'CREATED_AT';

export type ErasePersonalDataInput = {
  /** The same key and input give the same erasure, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly contactId: Scalars['ID']['input'];
};

/** The erasure, which goes on by itself, or why there is none. */
export type ErasePersonalDataPayload = {
  readonly __typename?: 'ErasePersonalDataPayload';
  readonly erasure: Maybe<PersonalDataErasure>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type FieldRule =
  | 'HIDDEN'
  | 'MASKED'
  | 'READ_ONLY';

/** A permission is missing. */
export type ForbiddenError = UserError & {
  readonly __typename?: 'ForbiddenError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** Its name: `Customer.create`. */
  readonly permission: Scalars['String']['output'];
};

export type Gender =
  | 'FEMALE'
  | 'MALE'
  | 'OTHER';

export type IdFilter = {
  readonly eq?: InputMaybe<Scalars['ID']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The state does not allow it. */
export type IllegalTransitionError = UserError & {
  readonly __typename?: 'IllegalTransitionError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** The states that can be reached from the present one. */
  readonly allowed: ReadonlyArray<Scalars['String']['output']>;
};

/** Work that goes on after the answer: `jobProgress(id)` follows it to its end. */
export type Job = {
  readonly id: Scalars['ID']['output'];
  readonly progress: JobProgress;
};

/** How far a job has come. */
export type JobProgress = {
  readonly __typename?: 'JobProgress';
  readonly state: JobState;
  /** Pieces of the work that are done. */
  readonly done: Scalars['Int']['output'];
  /** Pieces in all; null while that is not known. */
  readonly total: Maybe<Scalars['Int']['output']>;
  /** Null: it waits for its turn. */
  readonly startedAt: Maybe<Scalars['DateTime']['output']>;
  /** Null: it is not over. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
};

export type JobState =
  | 'QUEUED'
  | 'RUNNING'
  /** Over: all is done. */
  | 'SUCCEEDED'
  /** Over: it could not be done. */
  | 'FAILED'
  /** Over: somebody ended it. */
  | 'CANCELLED';

/** Somebody who showed interest, from any channel. */
export type Lead = Node & {
  readonly __typename?: 'Lead';
  readonly id: Scalars['ID']['output'];
};

export type MaritalStatus =
  | 'SINGLE'
  | 'MARRIED'
  | 'DIVORCED'
  | 'WIDOWED'
  | 'OTHER';

/** Exactly one of the two. */
export type MarkNotificationsReadInput = {
  /** These, 200 at most. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** All that were created until then: the time of the newest that you have seen, for instance. */
  readonly before?: InputMaybe<Scalars['DateTime']['input']>;
};

/** What was unread until now, and what still is; or why nothing was marked. */
export type MarkNotificationsReadPayload = {
  readonly __typename?: 'MarkNotificationsReadPayload';
  /** Those that were unread, newest first: the first 200 of them. */
  readonly notifications: Maybe<ReadonlyArray<Notification>>;
  /** How many are left, counted as lists are. */
  readonly unreadCount: Maybe<Count>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Makes an API key for a program. The key itself is in the answer, once, and nowhere else. */
  readonly createApiKey: CreateApiKeyPayload;
  /** Withdraws an API key: within 30 seconds nobody signs in with it any more. */
  readonly revokeApiKey: RevokeApiKeyPayload;
  /** Adds a person we deal with at a company. */
  readonly createContact: CreateContactPayload;
  /** Changes what is said of a contact. A person customer's own contact follows the customer instead. */
  readonly updateContact: UpdateContactPayload;
  /** Puts a contact into the bin. A person customer's own contact goes with the customer only. */
  readonly deleteContact: DeleteContactPayload;
  /** Takes a deleted contact back. */
  readonly restoreContact: RestoreContactPayload;
  /** Adds a company or a person. You become the owner unless you name another. A person gets a matching contact. */
  readonly createCustomer: CreateCustomerPayload;
  /** Adds up to 200 at once; each succeeds or fails by itself. */
  readonly createCustomerBatch: CreateCustomerBatchPayload;
  /** Changes what is said of a customer; a person's contact follows. */
  readonly updateCustomer: UpdateCustomerPayload;
  /** Pins the lifecycle by hand, with a reason, or lets it be derived again. */
  readonly pinCustomerLifecycle: PinCustomerLifecyclePayload;
  /** Gives the customer and its contacts to another employee, or to nobody (the pool). */
  readonly assignCustomer: AssignCustomerPayload;
  /** Puts a customer and its contacts into the bin. */
  readonly deleteCustomer: DeleteCustomerPayload;
  /** Takes a deleted customer, and the contacts deleted with it, back. */
  readonly restoreCustomer: RestoreCustomerPayload;
  /** Sets up a department below another, or at the top. */
  readonly createDepartment: CreateDepartmentPayload;
  /** Renames a department or moves it below another; its employees and their records move with it. */
  readonly updateDepartment: UpdateDepartmentPayload;
  /** Adds somebody who works here. `subject` ties the record to the person's sign-in. */
  readonly createEmployee: CreateEmployeePayload;
  /** Changes an employee's record, department or roles; with `isActive: false` all permissions end at once. */
  readonly updateEmployee: UpdateEmployeePayload;
  /** Marks notifications in your inbox as read. What is read already, gone or somebody else's is left as it is. */
  readonly markNotificationsRead: MarkNotificationsReadPayload;
  /**
   * Erases everything personal of a contact for good, in every service: names, ways to reach the person, what is searched
   * by. A person customer is erased with its own contact. What others did stays, and refers to a contact without a name.
   * It needs no version: whatever is known by now goes. Asked again, it answers the erasure that there is.
   */
  readonly erasePersonalData: ErasePersonalDataPayload;
  /** Lets an employee or a department see, or also change, a customer that their scope does not reach. */
  readonly shareCustomer: ShareCustomerPayload;
  /** Ends a share. */
  readonly unshareCustomer: UnshareCustomerPayload;
  /** Sets what a role may do: a new role, or a default one changed. */
  readonly saveRole: SaveRolePayload;
  /**
   * Ends sign-ins from before now: within 30 seconds no token issued until then is taken any more. Employees may end their
   * own. Deactivating an employee does the same.
   */
  readonly revokeSessions: RevokeSessionsPayload;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationCreateContactArgs = {
  input: CreateContactInput;
};


export type MutationUpdateContactArgs = {
  input: UpdateContactInput;
};


export type MutationDeleteContactArgs = {
  input: DeleteContactInput;
};


export type MutationRestoreContactArgs = {
  input: RestoreContactInput;
};


export type MutationCreateCustomerArgs = {
  input: CreateCustomerInput;
};


export type MutationCreateCustomerBatchArgs = {
  input: CreateCustomerBatchInput;
};


export type MutationUpdateCustomerArgs = {
  input: UpdateCustomerInput;
};


export type MutationPinCustomerLifecycleArgs = {
  input: PinCustomerLifecycleInput;
};


export type MutationAssignCustomerArgs = {
  input: AssignCustomerInput;
};


export type MutationDeleteCustomerArgs = {
  input: DeleteCustomerInput;
};


export type MutationRestoreCustomerArgs = {
  input: RestoreCustomerInput;
};


export type MutationCreateDepartmentArgs = {
  input: CreateDepartmentInput;
};


export type MutationUpdateDepartmentArgs = {
  input: UpdateDepartmentInput;
};


export type MutationCreateEmployeeArgs = {
  input: CreateEmployeeInput;
};


export type MutationUpdateEmployeeArgs = {
  input: UpdateEmployeeInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationErasePersonalDataArgs = {
  input: ErasePersonalDataInput;
};


export type MutationShareCustomerArgs = {
  input: ShareCustomerInput;
};


export type MutationUnshareCustomerArgs = {
  input: UnshareCustomerInput;
};


export type MutationSaveRoleArgs = {
  input: SaveRoleInput;
};


export type MutationRevokeSessionsArgs = {
  input: RevokeSessionsInput;
};

/** Anything that has an id can be fetched again by it, with `node(id)`. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** Something that happened and concerns you. It tells by reference what it is about, and nothing of what is in there. */
export type Notification = Node & {
  readonly __typename?: 'Notification';
  readonly id: Scalars['ID']['output'];
  readonly kind: NotificationKind;
  /** The record it is about; null when it is gone or not for you to see. */
  readonly subject: Maybe<Node>;
  /** Who did it; null: no employee, or hidden from you. */
  readonly actor: Maybe<Employee>;
  readonly createdAt: Scalars['DateTime']['output'];
  /** Null: unread. */
  readonly readAt: Maybe<Scalars['DateTime']['output']>;
  readonly version: Scalars['Int']['output'];
};

export type NotificationConnection = {
  readonly __typename?: 'NotificationConnection';
  readonly edges: ReadonlyArray<NotificationEdge>;
  readonly nodes: ReadonlyArray<Notification>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type NotificationEdge = {
  readonly __typename?: 'NotificationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Notification;
};

export type NotificationFilter = {
  readonly and?: InputMaybe<ReadonlyArray<NotificationFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<NotificationFilter>>;
  readonly not?: InputMaybe<NotificationFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly kind?: InputMaybe<NotificationKindFilter>;
  readonly isRead?: InputMaybe<BooleanFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
};

/** New kinds come without notice. */
export type NotificationKind =
  /** A lead is yours to work on. */
  | 'LEAD_ASSIGNED'
  /** A service request is yours to work on. */
  | 'SERVICE_REQUEST_ASSIGNED'
  /** A customer is yours to look after. */
  | 'CUSTOMER_ASSIGNED'
  /** A contract is yours to look after. */
  | 'CONTRACT_ASSIGNED'
  /** A campaign is yours to answer for. */
  | 'CAMPAIGN_ASSIGNED'
  /** A record was shared with you, or how it is shared was changed. */
  | 'RECORD_SHARED'
  /** A person whose erasure you asked for is erased everywhere. */
  | 'PERSONAL_DATA_ERASED';

export type NotificationKindFilter = {
  readonly eq?: InputMaybe<NotificationKind>;
  readonly in?: InputMaybe<ReadonlyArray<NotificationKind>>;
};

export type NotificationOrder = {
  readonly field: NotificationOrderField;
  readonly direction: OrderDirection;
};

export type NotificationOrderField =
  | 'CREATED_AT';

/** Where rows without a value stand. */
export type NullsOrder =
  | 'FIRST'
  | 'LAST';

export type OrderDirection =
  | 'ASC'
  | 'DESC';

export type OrganizationType =
  | 'PRIVATE'
  | 'LISTED'
  | 'STATE_OWNED'
  | 'FOREIGN'
  | 'GOVERNMENT'
  | 'NON_PROFIT'
  | 'OTHER';

export type OrganizationTypeFilter = {
  readonly eq?: InputMaybe<OrganizationType>;
  readonly in?: InputMaybe<ReadonlyArray<OrganizationType>>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Where a page of a list stands. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

/** What only persons have. */
export type PersonDetails = {
  readonly __typename?: 'PersonDetails';
  readonly familyName: Maybe<Scalars['String']['output']>;
  readonly givenName: Maybe<Scalars['String']['output']>;
  readonly gender: Maybe<Gender>;
  readonly birthday: Maybe<Scalars['Date']['output']>;
  readonly maritalStatus: Maybe<MaritalStatus>;
};

export type PersonDetailsInput = {
  readonly familyName?: InputMaybe<Scalars['String']['input']>;
  readonly givenName?: InputMaybe<Scalars['String']['input']>;
  readonly gender?: InputMaybe<Gender>;
  readonly birthday?: InputMaybe<Scalars['Date']['input']>;
  readonly maritalStatus?: InputMaybe<MaritalStatus>;
};

/** What one service has to say about an erasure. */
export type PersonalDataConfirmation = {
  readonly __typename?: 'PersonalDataConfirmation';
  readonly service: Scalars['String']['output'];
  /** Null: awaited. A service that is away confirms when it comes back. */
  readonly confirmedAt: Maybe<Scalars['DateTime']['output']>;
  /** Records of its own whose personal values it cleared. */
  readonly recordCount: Maybe<Scalars['Int']['output']>;
  /** Rows of its archive of published states whose values it took out. */
  readonly archivedCount: Maybe<Scalars['Int']['output']>;
  /** Events it had put aside for the person and threw away. */
  readonly parkedCount: Maybe<Scalars['Int']['output']>;
};

/** A person being erased, or erased, everywhere. Keeps that it happened, and nothing of the person. */
export type PersonalDataErasure = Node & Job & {
  readonly __typename?: 'PersonalDataErasure';
  readonly id: Scalars['ID']['output'];
  /** Services that have confirmed, of those that are awaited. */
  readonly progress: JobProgress;
  readonly contact: Maybe<Contact>;
  readonly status: PersonalDataErasureStatus;
  readonly requestedAt: Scalars['DateTime']['output'];
  readonly requestedBy: Maybe<Employee>;
  /** When the last service had confirmed. */
  readonly completedAt: Maybe<Scalars['DateTime']['output']>;
  /** One for each service; those that are still awaited have no time. */
  readonly confirmations: ReadonlyArray<PersonalDataConfirmation>;
};

export type PersonalDataErasureConnection = {
  readonly __typename?: 'PersonalDataErasureConnection';
  readonly edges: ReadonlyArray<PersonalDataErasureEdge>;
  readonly nodes: ReadonlyArray<PersonalDataErasure>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type PersonalDataErasureEdge = {
  readonly __typename?: 'PersonalDataErasureEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: PersonalDataErasure;
};

export type PersonalDataErasureFilter = {
  readonly and?: InputMaybe<ReadonlyArray<PersonalDataErasureFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<PersonalDataErasureFilter>>;
  readonly not?: InputMaybe<PersonalDataErasureFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly contactId?: InputMaybe<IdFilter>;
  readonly status?: InputMaybe<PersonalDataErasureStatusFilter>;
  readonly requestedAt?: InputMaybe<DateTimeFilter>;
};

export type PersonalDataErasureOrder = {
  readonly field: PersonalDataErasureOrderField;
  readonly direction: OrderDirection;
};

export type PersonalDataErasureOrderField =
  | 'REQUESTED_AT';

export type PersonalDataErasureStatus =
  /** Gone from the contact itself; services are being waited for. */
  | 'REQUESTED'
  /** Every service has confirmed. */
  | 'COMPLETED';

export type PersonalDataErasureStatusFilter = {
  readonly eq?: InputMaybe<PersonalDataErasureStatus>;
  readonly in?: InputMaybe<ReadonlyArray<PersonalDataErasureStatus>>;
};

export type PinCustomerLifecycleInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  /** Null: let it be derived again. */
  readonly lifecycle?: InputMaybe<CustomerLifecycle>;
  /** Needed to pin. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The customer, or why nothing changed. */
export type PinCustomerLifecyclePayload = {
  readonly __typename?: 'PinCustomerLifecyclePayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A refusal that its code and path explain. */
export type PlainUserError = UserError & {
  readonly __typename?: 'PlainUserError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** One API key; null when there is none. */
  readonly apiKey: Maybe<ApiKey>;
  /** The API keys of the company that the caller may see. Default order: the newest first. */
  readonly apiKeys: ApiKeyConnection;
  /** For the gateway alone: whom a key speaks for. Null when for nobody, or for nobody any more. */
  readonly apiKeyHolder: Maybe<ApiKeyHolder>;
  /** One contact; null when it does not exist or you may not see its customer. */
  readonly contact: Maybe<Contact>;
  /** Contacts of the customers you may see. Default order: newest first. */
  readonly contacts: ContactConnection;
  /** One customer; null when it does not exist or you may not see it. */
  readonly customer: Maybe<Customer>;
  /** Customers you may see. Default order: newest first. */
  readonly customers: CustomerConnection;
  /** One department; null when it does not exist. */
  readonly department: Maybe<Department>;
  /** All departments. Default order: by name. */
  readonly departments: DepartmentConnection;
  /** The employee who asks; null for service accounts and portal users. */
  readonly me: Maybe<Employee>;
  /** One employee; null when there is none. */
  readonly employee: Maybe<Employee>;
  /** All employees. Default order: by name. */
  readonly employees: EmployeeConnection;
  /** One notification in your inbox; null when there is none. */
  readonly notification: Maybe<Notification>;
  /** Your inbox: of the last 90 days, newest first. Empty for programs and portal users. */
  readonly notifications: NotificationConnection;
  /** One erasure; null when it does not exist or you may not see the contact. */
  readonly personalDataErasure: Maybe<PersonalDataErasure>;
  /** Erasures of contacts you may see. Default order: newest first. */
  readonly personalDataErasures: PersonalDataErasureConnection;
  /** The roles of the company: the tenant's own and the defaults it has not changed, by key. */
  readonly roles: ReadonlyArray<Role>;
  /** For the gateway alone: which sign-ins of this company are no longer good. */
  readonly sessionRevocations: ReadonlyArray<SessionRevocation>;
};


export type QueryApiKeyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryApiKeysArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ApiKeyFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ApiKeyOrder>>;
};


export type QueryApiKeyHolderArgs = {
  id: Scalars['ID']['input'];
  secretHash: Scalars['String']['input'];
};


export type QueryContactArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContactsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContactFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<ContactOrder>>;
};


export type QueryCustomerArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCustomersArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CustomerFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<CustomerOrder>>;
};


export type QueryDepartmentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDepartmentsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<DepartmentFilter>;
  orderBy?: InputMaybe<ReadonlyArray<DepartmentOrder>>;
};


export type QueryEmployeeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEmployeesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<EmployeeFilter>;
  orderBy?: InputMaybe<ReadonlyArray<EmployeeOrder>>;
};


export type QueryNotificationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNotificationsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<NotificationFilter>;
  orderBy?: InputMaybe<ReadonlyArray<NotificationOrder>>;
};


export type QueryPersonalDataErasureArgs = {
  id: Scalars['ID']['input'];
};


export type QueryPersonalDataErasuresArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<PersonalDataErasureFilter>;
  orderBy?: InputMaybe<ReadonlyArray<PersonalDataErasureOrder>>;
};

export type RestoreContactInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The contact, or why it stays deleted. */
export type RestoreContactPayload = {
  readonly __typename?: 'RestoreContactPayload';
  readonly contact: Maybe<Contact>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type RestoreCustomerInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The customer, or why it stays deleted. */
export type RestoreCustomerPayload = {
  readonly __typename?: 'RestoreCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type RevokeApiKeyInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The withdrawn key, or why it is as it was. */
export type RevokeApiKeyPayload = {
  readonly __typename?: 'RevokeApiKeyPayload';
  readonly apiKey: Maybe<ApiKey>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Exactly one of the three. */
export type RevokeSessionsInput = {
  /** All sign-ins of an employee. */
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  /** All sign-ins of a subject of the issuer: a service account, a portal user. */
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  /** One sign-in, by the `jti` of its token. */
  readonly tokenId?: InputMaybe<Scalars['String']['input']>;
};

/** Sign-ins from before `endedAt` are over, or why nothing was ended. */
export type RevokeSessionsPayload = {
  readonly __typename?: 'RevokeSessionsPayload';
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What holders of a role may do, on which records, and which fields they see. */
export type Role = {
  readonly __typename?: 'Role';
  readonly key: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** What it allows, each on the records in its scope. */
  readonly permissions: ReadonlyArray<RolePermission>;
  /** Which fields are hidden, masked or read-only. */
  readonly fieldRules: ReadonlyArray<RoleFieldRule>;
  /** True while the tenant uses the role as it ships. */
  readonly isDefault: Scalars['Boolean']['output'];
  /** 0 for a default role. */
  readonly version: Scalars['Int']['output'];
};

/** A restriction of one field. */
export type RoleFieldRule = {
  readonly __typename?: 'RoleFieldRule';
  /** `Customer.registrationNo` */
  readonly field: Scalars['String']['output'];
  readonly rule: FieldRule;
};

export type RoleFieldRuleInput = {
  readonly field: Scalars['String']['input'];
  readonly rule: FieldRule;
};

/** An action on a type of record, and how far it reaches. */
export type RolePermission = {
  readonly __typename?: 'RolePermission';
  /** `Customer.update` */
  readonly permission: Scalars['String']['output'];
  readonly scope: DataScope;
};

export type RolePermissionInput = {
  readonly permission: Scalars['String']['input'];
  readonly scope: DataScope;
};

export type SaveRoleInput = {
  /** `SALES_REP`; capitals, digits and underscores. */
  readonly key: Scalars['ID']['input'];
  /** 0 for a new role and for a default that is changed for the first time. */
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name: Scalars['String']['input'];
  readonly permissions: ReadonlyArray<RolePermissionInput>;
  readonly fieldRules: ReadonlyArray<RoleFieldRuleInput>;
};

/** The role as it is now, or why it is unchanged. */
export type SaveRolePayload = {
  readonly __typename?: 'SaveRolePayload';
  readonly role: Maybe<Role>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a customer wants of us after the sale: a question, a fault, a complaint. */
export type ServiceRequest = Node & {
  readonly __typename?: 'ServiceRequest';
  readonly id: Scalars['ID']['output'];
};

/** For the gateway alone: tokens of this employee, this subject or this id that were issued before `endedAt` are over. */
export type SessionRevocation = {
  readonly __typename?: 'SessionRevocation';
  /** The employee's id. */
  readonly sessionsOf: Maybe<Scalars['ID']['output']>;
  readonly subject: Maybe<Scalars['String']['output']>;
  readonly tokenId: Maybe<Scalars['String']['output']>;
  readonly endedAt: Scalars['DateTime']['output'];
};

/** Exactly one of employeeId and departmentId. */
export type ShareCustomerInput = {
  readonly customerId: Scalars['ID']['input'];
  readonly employeeId?: InputMaybe<Scalars['ID']['input']>;
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  readonly level: ShareLevel;
  readonly until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The customer with its shares, or why it is not shared. */
export type ShareCustomerPayload = {
  readonly __typename?: 'ShareCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type ShareLevel =
  | 'READ'
  /** See and change, not delete. */
  | 'EDIT';

/** Compares exactly as written; `contains` ignores case and full or half width. */
export type TextFilter = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UnshareCustomerInput = {
  readonly customerId: Scalars['ID']['input'];
  /** The employee or department it is shared with. */
  readonly granteeId: Scalars['ID']['input'];
};

/** The customer with its shares, or why it is still shared. */
export type UnshareCustomerPayload = {
  readonly __typename?: 'UnshareCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A field left out stays; null clears it; a list replaces the old one. */
export type UpdateContactInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly department?: InputMaybe<Scalars['String']['input']>;
  readonly buyingRole?: InputMaybe<BuyingRole>;
  readonly influence?: InputMaybe<Scalars['Int']['input']>;
  readonly attitude?: InputMaybe<Attitude>;
  readonly reportsToId?: InputMaybe<Scalars['ID']['input']>;
  readonly contactPoints?: InputMaybe<ReadonlyArray<ContactPointInput>>;
};

/** The changed contact; after a conflict, the contact as it is now. */
export type UpdateContactPayload = {
  readonly __typename?: 'UpdateContactPayload';
  readonly contact: Maybe<Contact>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A field left out stays; null clears it; a list replaces the old one. */
export type UpdateCustomerInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly shortName?: InputMaybe<Scalars['String']['input']>;
  readonly person?: InputMaybe<PersonDetailsInput>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly registrationNo?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly province?: InputMaybe<Scalars['String']['input']>;
  readonly city?: InputMaybe<Scalars['String']['input']>;
  readonly size?: InputMaybe<CompanySize>;
  /** Companies only. */
  readonly organizationType?: InputMaybe<OrganizationType>;
  readonly website?: InputMaybe<Scalars['String']['input']>;
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
  readonly grade?: InputMaybe<Scalars['String']['input']>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
  readonly addresses?: InputMaybe<ReadonlyArray<AddressInput>>;
  readonly contactPoints?: InputMaybe<ReadonlyArray<ContactPointInput>>;
};

/** The changed customer; after a conflict, the customer as it is now. */
export type UpdateCustomerPayload = {
  readonly __typename?: 'UpdateCustomerPayload';
  readonly customer: Maybe<Customer>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type UpdateDepartmentInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Null moves it to the top. */
  readonly parentId?: InputMaybe<Scalars['ID']['input']>;
};

/** The changed department, or why it is unchanged. */
export type UpdateDepartmentPayload = {
  readonly __typename?: 'UpdateDepartmentPayload';
  readonly department: Maybe<Department>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A field left out stays; null clears it. */
export type UpdateEmployeeInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly departmentId?: InputMaybe<Scalars['ID']['input']>;
  readonly managerId?: InputMaybe<Scalars['ID']['input']>;
  readonly roles?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly isActive?: InputMaybe<Scalars['Boolean']['input']>;
};

/** The changed employee, or why the record is unchanged. */
export type UpdateEmployeePayload = {
  readonly __typename?: 'UpdateEmployeePayload';
  readonly employee: Maybe<Employee>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A refusal the caller can do something about. Types with more to say implement it. */
export type UserError = {
  /** Stable; what a program acts on. */
  readonly code: UserErrorCode;
  /** What a person reads, in their language. */
  readonly message: Scalars['String']['output'];
  /** The input it concerns, from `input` down. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type UserErrorCode =
  /** Someone changed the record since you read it: read it again. */
  | 'CONFLICT'
  /** The caller's roles do not allow it. */
  | 'FORBIDDEN'
  /** The same idempotency key was used with another input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The state it is in does not allow it. */
  | 'ILLEGAL_TRANSITION'
  /** The id is malformed or identifies another type. */
  | 'INVALID_ID'
  /** A value is missing, malformed or out of range. */
  | 'INVALID_INPUT'
  /** It does not exist, or you may not see it. */
  | 'NOT_FOUND'
  /** Your role may read this field and not change it. */
  | 'READ_ONLY_FIELD'
  /** Another live record has this value already. */
  | 'TAKEN';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  ApiKey: ApiKey;
  Contact: Contact;
  Customer: Customer;
  Department: Department;
  Employee: Employee;
  Notification: Notification;
  PersonalDataErasure: PersonalDataErasure;
  Role: Role;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  ApiKey:
    ( { __typename: 'ApiKey' }
    & GraphQLRecursivePick<FederationTypes['ApiKey'], {"id":true}> );
  Contact:
    ( { __typename: 'Contact' }
    & GraphQLRecursivePick<FederationTypes['Contact'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  Department:
    ( { __typename: 'Department' }
    & GraphQLRecursivePick<FederationTypes['Department'], {"id":true}> );
  Employee:
    ( { __typename: 'Employee' }
    & GraphQLRecursivePick<FederationTypes['Employee'], {"id":true}> );
  Notification:
    ( { __typename: 'Notification' }
    & GraphQLRecursivePick<FederationTypes['Notification'], {"id":true}> );
  PersonalDataErasure:
    ( { __typename: 'PersonalDataErasure' }
    & GraphQLRecursivePick<FederationTypes['PersonalDataErasure'], {"id":true}> );
  Role:
    ( { __typename: 'Role' }
    & GraphQLRecursivePick<FederationTypes['Role'], {"key":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Job: ( PersonalDataErasureRow & { __typename: 'PersonalDataErasure' } );
  Node:
    | ( ApiKeyRow & { __typename: 'ApiKey' } )
    | ( Campaign & { __typename: 'Campaign' } )
    | ( ContactRow & { __typename: 'Contact' } )
    | ( Contract & { __typename: 'Contract' } )
    | ( CustomerRow & { __typename: 'Customer' } )
    | ( DepartmentRow & { __typename: 'Department' } )
    | ( EmployeeRow & { __typename: 'Employee' } )
    | ( Lead & { __typename: 'Lead' } )
    | ( NotificationRow & { __typename: 'Notification' } )
    | ( PersonalDataErasureRow & { __typename: 'PersonalDataErasure' } )
    | ( ServiceRequest & { __typename: 'ServiceRequest' } )
  ;
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Address: ResolverTypeWrapper<AddressRow>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  AddressInput: AddressInput;
  AddressKind: AddressKind;
  ApiKey: ResolverTypeWrapper<ApiKeyRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ApiKeyConnection: ResolverTypeWrapper<Omit<ApiKeyConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ApiKeyEdge']>, nodes: ReadonlyArray<ResolversTypes['ApiKey']> }>;
  ApiKeyEdge: ResolverTypeWrapper<Omit<ApiKeyEdge, 'node'> & { node: ResolversTypes['ApiKey'] }>;
  ApiKeyFilter: ApiKeyFilter;
  ApiKeyHolder: ResolverTypeWrapper<ApiKeyHolderRow>;
  ApiKeyOrder: ApiKeyOrder;
  ApiKeyOrderField: ApiKeyOrderField;
  ApiKeyScope: ApiKeyScope;
  AssignCustomerInput: AssignCustomerInput;
  AssignCustomerPayload: ResolverTypeWrapper<Omit<AssignCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Attitude: Attitude;
  BooleanFilter: BooleanFilter;
  BuyingRole: BuyingRole;
  BuyingRoleFilter: BuyingRoleFilter;
  Campaign: ResolverTypeWrapper<Campaign>;
  CompanySize: CompanySize;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  Contact: ResolverTypeWrapper<ContactRow>;
  ContactConnection: ResolverTypeWrapper<Omit<ContactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ContactEdge']>, nodes: ReadonlyArray<ResolversTypes['Contact']> }>;
  ContactEdge: ResolverTypeWrapper<Omit<ContactEdge, 'node'> & { node: ResolversTypes['Contact'] }>;
  ContactFilter: ContactFilter;
  ContactOrder: ContactOrder;
  ContactOrderField: ContactOrderField;
  ContactPoint: ResolverTypeWrapper<ContactPointRow>;
  ContactPointInput: ContactPointInput;
  ContactPointKind: ContactPointKind;
  Contract: ResolverTypeWrapper<Contract>;
  Count: ResolverTypeWrapper<Count>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: ResolverTypeWrapper<Omit<CreateApiKeyPayload, 'apiKey' | 'userErrors'> & { apiKey?: Maybe<ResolversTypes['ApiKey']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateContactInput: CreateContactInput;
  CreateContactPayload: ResolverTypeWrapper<Omit<CreateContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversTypes['Contact']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateCustomerBatchInput: CreateCustomerBatchInput;
  CreateCustomerBatchPayload: ResolverTypeWrapper<Omit<CreateCustomerBatchPayload, 'results' | 'userErrors'> & { results: ReadonlyArray<ResolversTypes['CreateCustomerPayload']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: ResolverTypeWrapper<Omit<CreateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateDepartmentInput: CreateDepartmentInput;
  CreateDepartmentPayload: ResolverTypeWrapper<Omit<CreateDepartmentPayload, 'department' | 'userErrors'> & { department?: Maybe<ResolversTypes['Department']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CreateEmployeeInput: CreateEmployeeInput;
  CreateEmployeePayload: ResolverTypeWrapper<Omit<CreateEmployeePayload, 'employee' | 'userErrors'> & { employee?: Maybe<ResolversTypes['Employee']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Customer: ResolverTypeWrapper<CustomerRow>;
  CustomerAction: CustomerAction;
  CustomerConnection: ResolverTypeWrapper<Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CustomerEdge']>, nodes: ReadonlyArray<ResolversTypes['Customer']> }>;
  CustomerEdge: ResolverTypeWrapper<Omit<CustomerEdge, 'node'> & { node: ResolversTypes['Customer'] }>;
  CustomerFilter: CustomerFilter;
  CustomerKind: CustomerKind;
  CustomerKindFilter: CustomerKindFilter;
  CustomerLifecycle: CustomerLifecycle;
  CustomerLifecycleFilter: CustomerLifecycleFilter;
  CustomerOrder: CustomerOrder;
  CustomerOrderField: CustomerOrderField;
  CustomerShare: ResolverTypeWrapper<CustomerShareRow>;
  DataScope: DataScope;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DeleteContactInput: DeleteContactInput;
  DeleteContactPayload: ResolverTypeWrapper<Omit<DeleteContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversTypes['Contact']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DeleteCustomerInput: DeleteCustomerInput;
  DeleteCustomerPayload: ResolverTypeWrapper<Omit<DeleteCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Department: ResolverTypeWrapper<DepartmentRow>;
  DepartmentConnection: ResolverTypeWrapper<Omit<DepartmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['DepartmentEdge']>, nodes: ReadonlyArray<ResolversTypes['Department']> }>;
  DepartmentEdge: ResolverTypeWrapper<Omit<DepartmentEdge, 'node'> & { node: ResolversTypes['Department'] }>;
  DepartmentFilter: DepartmentFilter;
  DepartmentOrder: DepartmentOrder;
  DepartmentOrderField: DepartmentOrderField;
  Employee: ResolverTypeWrapper<EmployeeRow>;
  EmployeeConnection: ResolverTypeWrapper<Omit<EmployeeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['EmployeeEdge']>, nodes: ReadonlyArray<ResolversTypes['Employee']> }>;
  EmployeeEdge: ResolverTypeWrapper<Omit<EmployeeEdge, 'node'> & { node: ResolversTypes['Employee'] }>;
  EmployeeFilter: EmployeeFilter;
  EmployeeOrder: EmployeeOrder;
  EmployeeOrderField: EmployeeOrderField;
  ErasePersonalDataInput: ErasePersonalDataInput;
  ErasePersonalDataPayload: ResolverTypeWrapper<Omit<ErasePersonalDataPayload, 'erasure' | 'userErrors'> & { erasure?: Maybe<ResolversTypes['PersonalDataErasure']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  FieldRule: FieldRule;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  Gender: Gender;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Job: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Job']>;
  JobProgress: ResolverTypeWrapper<JobProgress>;
  JobState: JobState;
  Lead: ResolverTypeWrapper<Lead>;
  MaritalStatus: MaritalStatus;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: ResolverTypeWrapper<Omit<MarkNotificationsReadPayload, 'notifications' | 'userErrors'> & { notifications?: Maybe<ReadonlyArray<ResolversTypes['Notification']>>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Notification: ResolverTypeWrapper<NotificationRow>;
  NotificationConnection: ResolverTypeWrapper<Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversTypes['Notification']> }>;
  NotificationEdge: ResolverTypeWrapper<Omit<NotificationEdge, 'node'> & { node: ResolversTypes['Notification'] }>;
  NotificationFilter: NotificationFilter;
  NotificationKind: NotificationKind;
  NotificationKindFilter: NotificationKindFilter;
  NotificationOrder: NotificationOrder;
  NotificationOrderField: NotificationOrderField;
  NullsOrder: NullsOrder;
  OrderDirection: OrderDirection;
  OrganizationType: OrganizationType;
  OrganizationTypeFilter: OrganizationTypeFilter;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PersonDetails: ResolverTypeWrapper<PersonDetailsRow>;
  PersonDetailsInput: PersonDetailsInput;
  PersonalDataConfirmation: ResolverTypeWrapper<PersonalDataConfirmationRow>;
  PersonalDataErasure: ResolverTypeWrapper<PersonalDataErasureRow>;
  PersonalDataErasureConnection: ResolverTypeWrapper<Omit<PersonalDataErasureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['PersonalDataErasureEdge']>, nodes: ReadonlyArray<ResolversTypes['PersonalDataErasure']> }>;
  PersonalDataErasureEdge: ResolverTypeWrapper<Omit<PersonalDataErasureEdge, 'node'> & { node: ResolversTypes['PersonalDataErasure'] }>;
  PersonalDataErasureFilter: PersonalDataErasureFilter;
  PersonalDataErasureOrder: PersonalDataErasureOrder;
  PersonalDataErasureOrderField: PersonalDataErasureOrderField;
  PersonalDataErasureStatus: PersonalDataErasureStatus;
  PersonalDataErasureStatusFilter: PersonalDataErasureStatusFilter;
  PinCustomerLifecycleInput: PinCustomerLifecycleInput;
  PinCustomerLifecyclePayload: ResolverTypeWrapper<Omit<PinCustomerLifecyclePayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RestoreContactInput: RestoreContactInput;
  RestoreContactPayload: ResolverTypeWrapper<Omit<RestoreContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversTypes['Contact']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RestoreCustomerInput: RestoreCustomerInput;
  RestoreCustomerPayload: ResolverTypeWrapper<Omit<RestoreCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: ResolverTypeWrapper<Omit<RevokeApiKeyPayload, 'apiKey' | 'userErrors'> & { apiKey?: Maybe<ResolversTypes['ApiKey']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RevokeSessionsInput: RevokeSessionsInput;
  RevokeSessionsPayload: ResolverTypeWrapper<Omit<RevokeSessionsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Role: ResolverTypeWrapper<RoleRow>;
  RoleFieldRule: ResolverTypeWrapper<RoleFieldRule>;
  RoleFieldRuleInput: RoleFieldRuleInput;
  RolePermission: ResolverTypeWrapper<RolePermission>;
  RolePermissionInput: RolePermissionInput;
  SaveRoleInput: SaveRoleInput;
  SaveRolePayload: ResolverTypeWrapper<Omit<SaveRolePayload, 'role' | 'userErrors'> & { role?: Maybe<ResolversTypes['Role']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ServiceRequest: ResolverTypeWrapper<ServiceRequest>;
  SessionRevocation: ResolverTypeWrapper<SessionRevocationRow>;
  ShareCustomerInput: ShareCustomerInput;
  ShareCustomerPayload: ResolverTypeWrapper<Omit<ShareCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ShareLevel: ShareLevel;
  TextFilter: TextFilter;
  UnshareCustomerInput: UnshareCustomerInput;
  UnshareCustomerPayload: ResolverTypeWrapper<Omit<UnshareCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UpdateContactInput: UpdateContactInput;
  UpdateContactPayload: ResolverTypeWrapper<Omit<UpdateContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversTypes['Contact']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UpdateCustomerInput: UpdateCustomerInput;
  UpdateCustomerPayload: ResolverTypeWrapper<Omit<UpdateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversTypes['Customer']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UpdateDepartmentInput: UpdateDepartmentInput;
  UpdateDepartmentPayload: ResolverTypeWrapper<Omit<UpdateDepartmentPayload, 'department' | 'userErrors'> & { department?: Maybe<ResolversTypes['Department']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UpdateEmployeeInput: UpdateEmployeeInput;
  UpdateEmployeePayload: ResolverTypeWrapper<Omit<UpdateEmployeePayload, 'employee' | 'userErrors'> & { employee?: Maybe<ResolversTypes['Employee']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Address: AddressRow;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Boolean: Scalars['Boolean']['output'];
  AddressInput: AddressInput;
  ApiKey: ApiKeyRow;
  Int: Scalars['Int']['output'];
  ApiKeyConnection: Omit<ApiKeyConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ApiKeyEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ApiKey']> };
  ApiKeyEdge: Omit<ApiKeyEdge, 'node'> & { node: ResolversParentTypes['ApiKey'] };
  ApiKeyFilter: ApiKeyFilter;
  ApiKeyHolder: ApiKeyHolderRow;
  ApiKeyOrder: ApiKeyOrder;
  AssignCustomerInput: AssignCustomerInput;
  AssignCustomerPayload: Omit<AssignCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BooleanFilter: BooleanFilter;
  BuyingRoleFilter: BuyingRoleFilter;
  Campaign: Campaign;
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  Contact: ContactRow;
  ContactConnection: Omit<ContactConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ContactEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Contact']> };
  ContactEdge: Omit<ContactEdge, 'node'> & { node: ResolversParentTypes['Contact'] };
  ContactFilter: ContactFilter;
  ContactOrder: ContactOrder;
  ContactPoint: ContactPointRow;
  ContactPointInput: ContactPointInput;
  Contract: Contract;
  Count: Count;
  CountryCode: Scalars['CountryCode']['output'];
  CreateApiKeyInput: CreateApiKeyInput;
  CreateApiKeyPayload: Omit<CreateApiKeyPayload, 'apiKey' | 'userErrors'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateContactInput: CreateContactInput;
  CreateContactPayload: Omit<CreateContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversParentTypes['Contact']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateCustomerBatchInput: CreateCustomerBatchInput;
  CreateCustomerBatchPayload: Omit<CreateCustomerBatchPayload, 'results' | 'userErrors'> & { results: ReadonlyArray<ResolversParentTypes['CreateCustomerPayload']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateCustomerInput: CreateCustomerInput;
  CreateCustomerPayload: Omit<CreateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateDepartmentInput: CreateDepartmentInput;
  CreateDepartmentPayload: Omit<CreateDepartmentPayload, 'department' | 'userErrors'> & { department?: Maybe<ResolversParentTypes['Department']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CreateEmployeeInput: CreateEmployeeInput;
  CreateEmployeePayload: Omit<CreateEmployeePayload, 'employee' | 'userErrors'> & { employee?: Maybe<ResolversParentTypes['Employee']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Customer: CustomerRow;
  CustomerConnection: Omit<CustomerConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CustomerEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Customer']> };
  CustomerEdge: Omit<CustomerEdge, 'node'> & { node: ResolversParentTypes['Customer'] };
  CustomerFilter: CustomerFilter;
  CustomerKindFilter: CustomerKindFilter;
  CustomerLifecycleFilter: CustomerLifecycleFilter;
  CustomerOrder: CustomerOrder;
  CustomerShare: CustomerShareRow;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DeleteContactInput: DeleteContactInput;
  DeleteContactPayload: Omit<DeleteContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversParentTypes['Contact']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DeleteCustomerInput: DeleteCustomerInput;
  DeleteCustomerPayload: Omit<DeleteCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Department: DepartmentRow;
  DepartmentConnection: Omit<DepartmentConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['DepartmentEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Department']> };
  DepartmentEdge: Omit<DepartmentEdge, 'node'> & { node: ResolversParentTypes['Department'] };
  DepartmentFilter: DepartmentFilter;
  DepartmentOrder: DepartmentOrder;
  Employee: EmployeeRow;
  EmployeeConnection: Omit<EmployeeConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['EmployeeEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Employee']> };
  EmployeeEdge: Omit<EmployeeEdge, 'node'> & { node: ResolversParentTypes['Employee'] };
  EmployeeFilter: EmployeeFilter;
  EmployeeOrder: EmployeeOrder;
  ErasePersonalDataInput: ErasePersonalDataInput;
  ErasePersonalDataPayload: Omit<ErasePersonalDataPayload, 'erasure' | 'userErrors'> & { erasure?: Maybe<ResolversParentTypes['PersonalDataErasure']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Job: ResolversInterfaceTypes<ResolversParentTypes>['Job'];
  JobProgress: JobProgress;
  Lead: Lead;
  MarkNotificationsReadInput: MarkNotificationsReadInput;
  MarkNotificationsReadPayload: Omit<MarkNotificationsReadPayload, 'notifications' | 'userErrors'> & { notifications?: Maybe<ReadonlyArray<ResolversParentTypes['Notification']>>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Notification: NotificationRow;
  NotificationConnection: Omit<NotificationConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['NotificationEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Notification']> };
  NotificationEdge: Omit<NotificationEdge, 'node'> & { node: ResolversParentTypes['Notification'] };
  NotificationFilter: NotificationFilter;
  NotificationKindFilter: NotificationKindFilter;
  NotificationOrder: NotificationOrder;
  OrganizationTypeFilter: OrganizationTypeFilter;
  PageInfo: PageInfo;
  PersonDetails: PersonDetailsRow;
  PersonDetailsInput: PersonDetailsInput;
  PersonalDataConfirmation: PersonalDataConfirmationRow;
  PersonalDataErasure: PersonalDataErasureRow;
  PersonalDataErasureConnection: Omit<PersonalDataErasureConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['PersonalDataErasureEdge']>, nodes: ReadonlyArray<ResolversParentTypes['PersonalDataErasure']> };
  PersonalDataErasureEdge: Omit<PersonalDataErasureEdge, 'node'> & { node: ResolversParentTypes['PersonalDataErasure'] };
  PersonalDataErasureFilter: PersonalDataErasureFilter;
  PersonalDataErasureOrder: PersonalDataErasureOrder;
  PersonalDataErasureStatusFilter: PersonalDataErasureStatusFilter;
  PinCustomerLifecycleInput: PinCustomerLifecycleInput;
  PinCustomerLifecyclePayload: Omit<PinCustomerLifecyclePayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PlainUserError: PlainUserError;
  Query: Record<PropertyKey, never>;
  RestoreContactInput: RestoreContactInput;
  RestoreContactPayload: Omit<RestoreContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversParentTypes['Contact']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RestoreCustomerInput: RestoreCustomerInput;
  RestoreCustomerPayload: Omit<RestoreCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeApiKeyInput: RevokeApiKeyInput;
  RevokeApiKeyPayload: Omit<RevokeApiKeyPayload, 'apiKey' | 'userErrors'> & { apiKey?: Maybe<ResolversParentTypes['ApiKey']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RevokeSessionsInput: RevokeSessionsInput;
  RevokeSessionsPayload: Omit<RevokeSessionsPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Role: RoleRow;
  RoleFieldRule: RoleFieldRule;
  RoleFieldRuleInput: RoleFieldRuleInput;
  RolePermission: RolePermission;
  RolePermissionInput: RolePermissionInput;
  SaveRoleInput: SaveRoleInput;
  SaveRolePayload: Omit<SaveRolePayload, 'role' | 'userErrors'> & { role?: Maybe<ResolversParentTypes['Role']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ServiceRequest: ServiceRequest;
  SessionRevocation: SessionRevocationRow;
  ShareCustomerInput: ShareCustomerInput;
  ShareCustomerPayload: Omit<ShareCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextFilter: TextFilter;
  UnshareCustomerInput: UnshareCustomerInput;
  UnshareCustomerPayload: Omit<UnshareCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UpdateContactInput: UpdateContactInput;
  UpdateContactPayload: Omit<UpdateContactPayload, 'contact' | 'userErrors'> & { contact?: Maybe<ResolversParentTypes['Contact']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UpdateCustomerInput: UpdateCustomerInput;
  UpdateCustomerPayload: Omit<UpdateCustomerPayload, 'customer' | 'userErrors'> & { customer?: Maybe<ResolversParentTypes['Customer']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UpdateDepartmentInput: UpdateDepartmentInput;
  UpdateDepartmentPayload: Omit<UpdateDepartmentPayload, 'department' | 'userErrors'> & { department?: Maybe<ResolversParentTypes['Department']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UpdateEmployeeInput: UpdateEmployeeInput;
  UpdateEmployeePayload: Omit<UpdateEmployeePayload, 'employee' | 'userErrors'> & { employee?: Maybe<ResolversParentTypes['Employee']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AddressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Address'] = ResolversParentTypes['Address']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AddressKind'], ParentType, ContextType>;
  recipient?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  district?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ApiKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKey'] = ResolversParentTypes['ApiKey'], FederationReferenceType extends FederationReferenceTypes['ApiKey'] = FederationReferenceTypes['ApiKey']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ApiKey']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['ApiKeyScope']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiKeyConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKeyConnection'] = ResolversParentTypes['ApiKeyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApiKeyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ApiKeyEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKeyEdge'] = ResolversParentTypes['ApiKeyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiKey'], ParentType, ContextType>;
};

export type ApiKeyHolderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiKeyHolder'] = ResolversParentTypes['ApiKeyHolder']> = {
  actsFor?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type AssignCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignCustomerPayload'] = ResolversParentTypes['AssignCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact'], FederationReferenceType extends FederationReferenceTypes['Contact'] = FederationReferenceTypes['Contact']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contact']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  isPersonOfCustomer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  buyingRole?: Resolver<Maybe<ResolversTypes['BuyingRole']>, ParentType, ContextType>;
  influence?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  attitude?: Resolver<Maybe<ResolversTypes['Attitude']>, ParentType, ContextType>;
  reportsTo?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  contactPoints?: Resolver<ReadonlyArray<ResolversTypes['ContactPoint']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  erasure?: Resolver<Maybe<ResolversTypes['PersonalDataErasure']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContactConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactConnection'] = ResolversParentTypes['ContactConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContactEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Contact']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ContactEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactEdge'] = ResolversParentTypes['ContactEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contact'], ParentType, ContextType>;
};

export type ContactPointResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContactPoint'] = ResolversParentTypes['ContactPoint']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ContactPointKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPrimary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isVerified?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ContractResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiKeyPayload'] = ResolversParentTypes['CreateApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateContactPayload'] = ResolversParentTypes['CreateContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerBatchPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCustomerBatchPayload'] = ResolversParentTypes['CreateCustomerBatchPayload']> = {
  results?: Resolver<ReadonlyArray<ResolversTypes['CreateCustomerPayload']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCustomerPayload'] = ResolversParentTypes['CreateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateDepartmentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateDepartmentPayload'] = ResolversParentTypes['CreateDepartmentPayload']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateEmployeePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateEmployeePayload'] = ResolversParentTypes['CreateEmployeePayload']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contacts?: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, Partial<CustomerContactsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  customerNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['CustomerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  shortName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['PersonDetails']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  registrationNo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  province?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  size?: Resolver<Maybe<ResolversTypes['CompanySize']>, ParentType, ContextType>;
  organizationType?: Resolver<Maybe<ResolversTypes['OrganizationType']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  lifecycle?: Resolver<ResolversTypes['CustomerLifecycle'], ParentType, ContextType>;
  lifecyclePinReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  addresses?: Resolver<ReadonlyArray<ResolversTypes['Address']>, ParentType, ContextType>;
  contactPoints?: Resolver<ReadonlyArray<ResolversTypes['ContactPoint']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['CustomerAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  deletedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  erasedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  shares?: Resolver<Maybe<ReadonlyArray<ResolversTypes['CustomerShare']>>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CustomerConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerConnection'] = ResolversParentTypes['CustomerConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CustomerEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Customer']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type CustomerEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerEdge'] = ResolversParentTypes['CustomerEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Customer'], ParentType, ContextType>;
};

export type CustomerShareResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerShare'] = ResolversParentTypes['CustomerShare']> = {
  grantee?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['ShareLevel'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteContactPayload'] = ResolversParentTypes['DeleteContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeleteCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteCustomerPayload'] = ResolversParentTypes['DeleteCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department'], FederationReferenceType extends FederationReferenceTypes['Department'] = FederationReferenceTypes['Department']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Department']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  ancestors?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DepartmentConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DepartmentConnection'] = ResolversParentTypes['DepartmentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DepartmentEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Department']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type DepartmentEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DepartmentEdge'] = ResolversParentTypes['DepartmentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Department'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee'], FederationReferenceType extends FederationReferenceTypes['Employee'] = FederationReferenceTypes['Employee']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Employee']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  manager?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  roles?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isActive?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EmployeeConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EmployeeConnection'] = ResolversParentTypes['EmployeeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EmployeeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Employee']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type EmployeeEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EmployeeEdge'] = ResolversParentTypes['EmployeeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Employee'], ParentType, ContextType>;
};

export type ErasePersonalDataPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ErasePersonalDataPayload'] = ResolversParentTypes['ErasePersonalDataPayload']> = {
  erasure?: Resolver<Maybe<ResolversTypes['PersonalDataErasure']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ForbiddenErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ForbiddenError'] = ResolversParentTypes['ForbiddenError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  permission?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IllegalTransitionErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['IllegalTransitionError'] = ResolversParentTypes['IllegalTransitionError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  allowed?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type JobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Job'] = ResolversParentTypes['Job']> = {
  __resolveType: TypeResolveFn<'PersonalDataErasure', ParentType, ContextType>;
};

export type JobProgressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['JobProgress'] = ResolversParentTypes['JobProgress']> = {
  state?: Resolver<ResolversTypes['JobState'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  startedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type LeadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lead'] = ResolversParentTypes['Lead']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MarkNotificationsReadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MarkNotificationsReadPayload'] = ResolversParentTypes['MarkNotificationsReadPayload']> = {
  notifications?: Resolver<Maybe<ReadonlyArray<ResolversTypes['Notification']>>, ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createApiKey: Resolver<ResolversTypes['CreateApiKeyPayload'], ParentType, ContextType, RequireFields<MutationCreateApiKeyArgs, 'input'>>;
  revokeApiKey: Resolver<ResolversTypes['RevokeApiKeyPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiKeyArgs, 'input'>>;
  createContact: Resolver<ResolversTypes['CreateContactPayload'], ParentType, ContextType, RequireFields<MutationCreateContactArgs, 'input'>>;
  updateContact: Resolver<ResolversTypes['UpdateContactPayload'], ParentType, ContextType, RequireFields<MutationUpdateContactArgs, 'input'>>;
  deleteContact: Resolver<ResolversTypes['DeleteContactPayload'], ParentType, ContextType, RequireFields<MutationDeleteContactArgs, 'input'>>;
  restoreContact: Resolver<ResolversTypes['RestoreContactPayload'], ParentType, ContextType, RequireFields<MutationRestoreContactArgs, 'input'>>;
  createCustomer: Resolver<ResolversTypes['CreateCustomerPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerArgs, 'input'>>;
  createCustomerBatch: Resolver<ResolversTypes['CreateCustomerBatchPayload'], ParentType, ContextType, RequireFields<MutationCreateCustomerBatchArgs, 'input'>>;
  updateCustomer: Resolver<ResolversTypes['UpdateCustomerPayload'], ParentType, ContextType, RequireFields<MutationUpdateCustomerArgs, 'input'>>;
  pinCustomerLifecycle: Resolver<ResolversTypes['PinCustomerLifecyclePayload'], ParentType, ContextType, RequireFields<MutationPinCustomerLifecycleArgs, 'input'>>;
  assignCustomer: Resolver<ResolversTypes['AssignCustomerPayload'], ParentType, ContextType, RequireFields<MutationAssignCustomerArgs, 'input'>>;
  deleteCustomer: Resolver<ResolversTypes['DeleteCustomerPayload'], ParentType, ContextType, RequireFields<MutationDeleteCustomerArgs, 'input'>>;
  restoreCustomer: Resolver<ResolversTypes['RestoreCustomerPayload'], ParentType, ContextType, RequireFields<MutationRestoreCustomerArgs, 'input'>>;
  createDepartment: Resolver<ResolversTypes['CreateDepartmentPayload'], ParentType, ContextType, RequireFields<MutationCreateDepartmentArgs, 'input'>>;
  updateDepartment: Resolver<ResolversTypes['UpdateDepartmentPayload'], ParentType, ContextType, RequireFields<MutationUpdateDepartmentArgs, 'input'>>;
  createEmployee: Resolver<ResolversTypes['CreateEmployeePayload'], ParentType, ContextType, RequireFields<MutationCreateEmployeeArgs, 'input'>>;
  updateEmployee: Resolver<ResolversTypes['UpdateEmployeePayload'], ParentType, ContextType, RequireFields<MutationUpdateEmployeeArgs, 'input'>>;
  markNotificationsRead: Resolver<ResolversTypes['MarkNotificationsReadPayload'], ParentType, ContextType, RequireFields<MutationMarkNotificationsReadArgs, 'input'>>;
  erasePersonalData: Resolver<ResolversTypes['ErasePersonalDataPayload'], ParentType, ContextType, RequireFields<MutationErasePersonalDataArgs, 'input'>>;
  shareCustomer: Resolver<ResolversTypes['ShareCustomerPayload'], ParentType, ContextType, RequireFields<MutationShareCustomerArgs, 'input'>>;
  unshareCustomer: Resolver<ResolversTypes['UnshareCustomerPayload'], ParentType, ContextType, RequireFields<MutationUnshareCustomerArgs, 'input'>>;
  saveRole: Resolver<ResolversTypes['SaveRolePayload'], ParentType, ContextType, RequireFields<MutationSaveRoleArgs, 'input'>>;
  revokeSessions: Resolver<ResolversTypes['RevokeSessionsPayload'], ParentType, ContextType, RequireFields<MutationRevokeSessionsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ApiKey' | 'Campaign' | 'Contact' | 'Contract' | 'Customer' | 'Department' | 'Employee' | 'Lead' | 'Notification' | 'PersonalDataErasure' | 'ServiceRequest', ParentType, ContextType>;
};

export type NotificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Notification'] = ResolversParentTypes['Notification'], FederationReferenceType extends FederationReferenceTypes['Notification'] = FederationReferenceTypes['Notification']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Notification']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['NotificationKind'], ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type NotificationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NotificationConnection'] = ResolversParentTypes['NotificationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['NotificationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Notification']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type NotificationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NotificationEdge'] = ResolversParentTypes['NotificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Notification'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonDetailsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonDetails'] = ResolversParentTypes['PersonDetails']> = {
  familyName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  givenName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['Gender']>, ParentType, ContextType>;
  birthday?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  maritalStatus?: Resolver<Maybe<ResolversTypes['MaritalStatus']>, ParentType, ContextType>;
};

export type PersonalDataConfirmationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalDataConfirmation'] = ResolversParentTypes['PersonalDataConfirmation']> = {
  service?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  recordCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  archivedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  parkedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PersonalDataErasureResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalDataErasure'] = ResolversParentTypes['PersonalDataErasure'], FederationReferenceType extends FederationReferenceTypes['PersonalDataErasure'] = FederationReferenceTypes['PersonalDataErasure']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['PersonalDataErasure']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['JobProgress'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['PersonalDataErasureStatus'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmations?: Resolver<ReadonlyArray<ResolversTypes['PersonalDataConfirmation']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PersonalDataErasureConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalDataErasureConnection'] = ResolversParentTypes['PersonalDataErasureConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PersonalDataErasureEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['PersonalDataErasure']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type PersonalDataErasureEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PersonalDataErasureEdge'] = ResolversParentTypes['PersonalDataErasureEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PersonalDataErasure'], ParentType, ContextType>;
};

export type PinCustomerLifecyclePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PinCustomerLifecyclePayload'] = ResolversParentTypes['PinCustomerLifecyclePayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  apiKey: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType, RequireFields<QueryApiKeyArgs, 'id'>>;
  apiKeys: Resolver<ResolversTypes['ApiKeyConnection'], ParentType, ContextType, Partial<QueryApiKeysArgs>>;
  apiKeyHolder: Resolver<Maybe<ResolversTypes['ApiKeyHolder']>, ParentType, ContextType, RequireFields<QueryApiKeyHolderArgs, 'id' | 'secretHash'>>;
  contact: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType, RequireFields<QueryContactArgs, 'id'>>;
  contacts: Resolver<ResolversTypes['ContactConnection'], ParentType, ContextType, Partial<QueryContactsArgs>>;
  customer: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType, RequireFields<QueryCustomerArgs, 'id'>>;
  customers: Resolver<ResolversTypes['CustomerConnection'], ParentType, ContextType, Partial<QueryCustomersArgs>>;
  department: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType, RequireFields<QueryDepartmentArgs, 'id'>>;
  departments: Resolver<ResolversTypes['DepartmentConnection'], ParentType, ContextType, Partial<QueryDepartmentsArgs>>;
  me: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  employee: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType, RequireFields<QueryEmployeeArgs, 'id'>>;
  employees: Resolver<ResolversTypes['EmployeeConnection'], ParentType, ContextType, Partial<QueryEmployeesArgs>>;
  notification: Resolver<Maybe<ResolversTypes['Notification']>, ParentType, ContextType, RequireFields<QueryNotificationArgs, 'id'>>;
  notifications: Resolver<ResolversTypes['NotificationConnection'], ParentType, ContextType, Partial<QueryNotificationsArgs>>;
  personalDataErasure: Resolver<Maybe<ResolversTypes['PersonalDataErasure']>, ParentType, ContextType, RequireFields<QueryPersonalDataErasureArgs, 'id'>>;
  personalDataErasures: Resolver<ResolversTypes['PersonalDataErasureConnection'], ParentType, ContextType, Partial<QueryPersonalDataErasuresArgs>>;
  roles: Resolver<ReadonlyArray<ResolversTypes['Role']>, ParentType, ContextType>;
  sessionRevocations: Resolver<ReadonlyArray<ResolversTypes['SessionRevocation']>, ParentType, ContextType>;
};

export type RestoreContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreContactPayload'] = ResolversParentTypes['RestoreContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreCustomerPayload'] = ResolversParentTypes['RestoreCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeApiKeyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiKeyPayload'] = ResolversParentTypes['RevokeApiKeyPayload']> = {
  apiKey?: Resolver<Maybe<ResolversTypes['ApiKey']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeSessionsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeSessionsPayload'] = ResolversParentTypes['RevokeSessionsPayload']> = {
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Role'] = ResolversParentTypes['Role'], FederationReferenceType extends FederationReferenceTypes['Role'] = FederationReferenceTypes['Role']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Role']> | FederationReferenceType, FederationReferenceType, ContextType>;
  key?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissions?: Resolver<ReadonlyArray<ResolversTypes['RolePermission']>, ParentType, ContextType>;
  fieldRules?: Resolver<ReadonlyArray<ResolversTypes['RoleFieldRule']>, ParentType, ContextType>;
  isDefault?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RoleFieldRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleFieldRule'] = ResolversParentTypes['RoleFieldRule']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['FieldRule'], ParentType, ContextType>;
};

export type RolePermissionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RolePermission'] = ResolversParentTypes['RolePermission']> = {
  permission?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['DataScope'], ParentType, ContextType>;
};

export type SaveRolePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SaveRolePayload'] = ResolversParentTypes['SaveRolePayload']> = {
  role?: Resolver<Maybe<ResolversTypes['Role']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ServiceRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceRequest'] = ResolversParentTypes['ServiceRequest']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SessionRevocationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SessionRevocation'] = ResolversParentTypes['SessionRevocation']> = {
  sessionsOf?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tokenId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ShareCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ShareCustomerPayload'] = ResolversParentTypes['ShareCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UnshareCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UnshareCustomerPayload'] = ResolversParentTypes['UnshareCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateContactPayload'] = ResolversParentTypes['UpdateContactPayload']> = {
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCustomerPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCustomerPayload'] = ResolversParentTypes['UpdateCustomerPayload']> = {
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateDepartmentPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateDepartmentPayload'] = ResolversParentTypes['UpdateDepartmentPayload']> = {
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateEmployeePayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateEmployeePayload'] = ResolversParentTypes['UpdateEmployeePayload']> = {
  employee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  Address?: AddressResolvers<ContextType>;
  ApiKey?: ApiKeyResolvers<ContextType>;
  ApiKeyConnection?: ApiKeyConnectionResolvers<ContextType>;
  ApiKeyEdge?: ApiKeyEdgeResolvers<ContextType>;
  ApiKeyHolder?: ApiKeyHolderResolvers<ContextType>;
  AssignCustomerPayload?: AssignCustomerPayloadResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  ContactConnection?: ContactConnectionResolvers<ContextType>;
  ContactEdge?: ContactEdgeResolvers<ContextType>;
  ContactPoint?: ContactPointResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateApiKeyPayload?: CreateApiKeyPayloadResolvers<ContextType>;
  CreateContactPayload?: CreateContactPayloadResolvers<ContextType>;
  CreateCustomerBatchPayload?: CreateCustomerBatchPayloadResolvers<ContextType>;
  CreateCustomerPayload?: CreateCustomerPayloadResolvers<ContextType>;
  CreateDepartmentPayload?: CreateDepartmentPayloadResolvers<ContextType>;
  CreateEmployeePayload?: CreateEmployeePayloadResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerConnection?: CustomerConnectionResolvers<ContextType>;
  CustomerEdge?: CustomerEdgeResolvers<ContextType>;
  CustomerShare?: CustomerShareResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteContactPayload?: DeleteContactPayloadResolvers<ContextType>;
  DeleteCustomerPayload?: DeleteCustomerPayloadResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  DepartmentConnection?: DepartmentConnectionResolvers<ContextType>;
  DepartmentEdge?: DepartmentEdgeResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  EmployeeConnection?: EmployeeConnectionResolvers<ContextType>;
  EmployeeEdge?: EmployeeEdgeResolvers<ContextType>;
  ErasePersonalDataPayload?: ErasePersonalDataPayloadResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Job?: JobResolvers<ContextType>;
  JobProgress?: JobProgressResolvers<ContextType>;
  Lead?: LeadResolvers<ContextType>;
  MarkNotificationsReadPayload?: MarkNotificationsReadPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Notification?: NotificationResolvers<ContextType>;
  NotificationConnection?: NotificationConnectionResolvers<ContextType>;
  NotificationEdge?: NotificationEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonDetails?: PersonDetailsResolvers<ContextType>;
  PersonalDataConfirmation?: PersonalDataConfirmationResolvers<ContextType>;
  PersonalDataErasure?: PersonalDataErasureResolvers<ContextType>;
  PersonalDataErasureConnection?: PersonalDataErasureConnectionResolvers<ContextType>;
  PersonalDataErasureEdge?: PersonalDataErasureEdgeResolvers<ContextType>;
  PinCustomerLifecyclePayload?: PinCustomerLifecyclePayloadResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RestoreContactPayload?: RestoreContactPayloadResolvers<ContextType>;
  RestoreCustomerPayload?: RestoreCustomerPayloadResolvers<ContextType>;
  RevokeApiKeyPayload?: RevokeApiKeyPayloadResolvers<ContextType>;
  RevokeSessionsPayload?: RevokeSessionsPayloadResolvers<ContextType>;
  Role?: RoleResolvers<ContextType>;
  RoleFieldRule?: RoleFieldRuleResolvers<ContextType>;
  RolePermission?: RolePermissionResolvers<ContextType>;
  SaveRolePayload?: SaveRolePayloadResolvers<ContextType>;
  ServiceRequest?: ServiceRequestResolvers<ContextType>;
  SessionRevocation?: SessionRevocationResolvers<ContextType>;
  ShareCustomerPayload?: ShareCustomerPayloadResolvers<ContextType>;
  UnshareCustomerPayload?: UnshareCustomerPayloadResolvers<ContextType>;
  UpdateContactPayload?: UpdateContactPayloadResolvers<ContextType>;
  UpdateCustomerPayload?: UpdateCustomerPayloadResolvers<ContextType>;
  UpdateDepartmentPayload?: UpdateDepartmentPayloadResolvers<ContextType>;
  UpdateEmployeePayload?: UpdateEmployeePayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

