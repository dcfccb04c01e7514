import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { CustomerReference, ServiceRequest as ServiceRequestRow } from '../features/service-requests/service-request.rules.ts';
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
  /** An instant, ISO 8601 with a zone; answers are in UTC: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: string; output: string; }
};

export type AssignServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly assigneeId: Scalars['ID']['input'];
};

/** The request, or why nothing changed. */
export type AssignServiceRequestPayload = {
  readonly __typename?: 'AssignServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CancelServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The request, or why nothing changed. */
export type CancelServiceRequestPayload = {
  readonly __typename?: 'CancelServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CloseServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The request, or why nothing changed. */
export type CloseServiceRequestPayload = {
  readonly __typename?: 'CloseServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

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

/** A number of rows, counted up to a limit. */
export type Count = {
  readonly __typename?: 'Count';
  readonly value: Scalars['Int']['output'];
  /** False when there are more than `value`. */
  readonly isExact: Scalars['Boolean']['output'];
};

export type CreateServiceRequestInput = {
  /** The same key and input give the same request, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly customerId: Scalars['ID']['input'];
  readonly subject: Scalars['String']['input'];
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly kind: ServiceRequestKind;
  readonly channel: ServiceRequestChannel;
  readonly impact: ServiceRequestLevel;
  readonly urgency: ServiceRequestLevel;
  /** Who is to work on it: you, or, for those who may assign, another. */
  readonly assigneeId?: InputMaybe<Scalars['ID']['input']>;
};

/** The new request, or why there is none. */
export type CreateServiceRequestPayload = {
  readonly __typename?: 'CreateServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A company or a person we know. */
export type Customer = {
  readonly __typename?: 'Customer';
  readonly id: Scalars['ID']['output'];
  /** What the customer asked of us, as far as you may see it. Default order: newest first. */
  readonly serviceRequests: ServiceRequestConnection;
};


/** A company or a person we know. */
export type CustomerServiceRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceRequestFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ServiceRequestOrder>>;
};

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The request, or why nothing changed. */
export type DeleteServiceRequestPayload = {
  readonly __typename?: 'DeleteServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A part of the company. Departments form a tree, and data scopes follow it. */
export type Department = {
  readonly __typename?: 'Department';
  readonly id: Scalars['ID']['output'];
};

/** Somebody who works here. */
export type Employee = {
  readonly __typename?: 'Employee';
  readonly id: Scalars['ID']['output'];
};

/** A permission is missing. */
export type ForbiddenError = UserError & {
  readonly __typename?: 'ForbiddenError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** Its name: `Customer.create`. */
  readonly permission: Scalars['String']['output'];
};

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

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Takes a customer's request in. You answer for it until somebody is assigned. */
  readonly createServiceRequest: CreateServiceRequestPayload;
  /** Corrects what was told. Its priority follows from impact and urgency. */
  readonly updateServiceRequest: UpdateServiceRequestPayload;
  /** Gives it to an employee, who answers for it from then on. Work that has begun goes on as it stands. */
  readonly assignServiceRequest: AssignServiceRequestPayload;
  /** Work begins, or goes on after waiting. What nobody is assigned to, you take. */
  readonly startServiceRequest: StartServiceRequestPayload;
  /** Work waits for the customer or for somebody else. */
  readonly pauseServiceRequest: PauseServiceRequestPayload;
  /** Answers it; right at intake, too, and closed in the same act when you say so. */
  readonly resolveServiceRequest: ResolveServiceRequestPayload;
  /** The customer is content, or did not object. */
  readonly closeServiceRequest: CloseServiceRequestPayload;
  /** The solution was none. Within 7 days; later, make a new request. */
  readonly reopenServiceRequest: ReopenServiceRequestPayload;
  /** Nothing is to be done any more. */
  readonly cancelServiceRequest: CancelServiceRequestPayload;
  /** Puts it into the bin. */
  readonly deleteServiceRequest: DeleteServiceRequestPayload;
  /** Takes a deleted request back. */
  readonly restoreServiceRequest: RestoreServiceRequestPayload;
};


export type MutationCreateServiceRequestArgs = {
  input: CreateServiceRequestInput;
};


export type MutationUpdateServiceRequestArgs = {
  input: UpdateServiceRequestInput;
};


export type MutationAssignServiceRequestArgs = {
  input: AssignServiceRequestInput;
};


export type MutationStartServiceRequestArgs = {
  input: StartServiceRequestInput;
};


export type MutationPauseServiceRequestArgs = {
  input: PauseServiceRequestInput;
};


export type MutationResolveServiceRequestArgs = {
  input: ResolveServiceRequestInput;
};


export type MutationCloseServiceRequestArgs = {
  input: CloseServiceRequestInput;
};


export type MutationReopenServiceRequestArgs = {
  input: ReopenServiceRequestInput;
};


export type MutationCancelServiceRequestArgs = {
  input: CancelServiceRequestInput;
};


export type MutationDeleteServiceRequestArgs = {
  input: DeleteServiceRequestInput;
};


export type MutationRestoreServiceRequestArgs = {
  input: RestoreServiceRequestInput;
};

/** Anything that has an id can be fetched again by it, with `node(id)`. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** Where a page of a list stands. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor: Maybe<Scalars['String']['output']>;
  readonly endCursor: Maybe<Scalars['String']['output']>;
};

export type PauseServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly waitingFor: WaitingFor;
};

/** The request, or why nothing changed. */
export type PauseServiceRequestPayload = {
  readonly __typename?: 'PauseServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
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
  /** One service request; null when it does not exist or you may not see it. */
  readonly serviceRequest: Maybe<ServiceRequest>;
  /** Service requests you may see. Default order: newest first. */
  readonly serviceRequests: ServiceRequestConnection;
};


export type QueryServiceRequestArgs = {
  id: Scalars['ID']['input'];
};


export type QueryServiceRequestsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ServiceRequestFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<ServiceRequestOrder>>;
};

export type ReopenServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The request, or why nothing changed. */
export type ReopenServiceRequestPayload = {
  readonly __typename?: 'ReopenServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type ResolveServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly solution: Scalars['String']['input'];
  /** Needed for incidents, problems and complaints. */
  readonly cause?: InputMaybe<Scalars['String']['input']>;
  /** The customer is content already: it is closed as well. */
  readonly isClosed: Scalars['Boolean']['input'];
};

/** The request, or why nothing changed. */
export type ResolveServiceRequestPayload = {
  readonly __typename?: 'ResolveServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type RestoreServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The request, or why nothing changed. */
export type RestoreServiceRequestPayload = {
  readonly __typename?: 'RestoreServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What a customer wants of us after the sale: a question, a fault, a complaint. */
export type ServiceRequest = Node & {
  readonly __typename?: 'ServiceRequest';
  readonly id: Scalars['ID']['output'];
  /** Human readable, unique within the company: `SR-000042`. */
  readonly requestNo: Scalars['String']['output'];
  readonly customer: Maybe<Customer>;
  readonly subject: Scalars['String']['output'];
  readonly description: Maybe<Scalars['String']['output']>;
  readonly kind: ServiceRequestKind;
  readonly channel: ServiceRequestChannel;
  /** How much depends on it. */
  readonly impact: ServiceRequestLevel;
  /** How long it can wait. */
  readonly urgency: ServiceRequestLevel;
  /** Follows from impact and urgency. */
  readonly priority: ServiceRequestPriority;
  readonly status: ServiceRequestStatus;
  /** Who works on it; null while nobody does. */
  readonly assignee: Maybe<Employee>;
  /** Who answers for it: who took it in, then who it is assigned to. */
  readonly owner: Maybe<Employee>;
  /** The owner's department. */
  readonly department: Maybe<Department>;
  /** The answer; after reopening, what was tried. */
  readonly solution: Maybe<Scalars['String']['output']>;
  readonly cause: Maybe<Scalars['String']['output']>;
  /** Why it was last moved or deleted, as somebody wrote it. */
  readonly movedBecause: Maybe<Scalars['String']['output']>;
  readonly resolvedAt: Maybe<Scalars['DateTime']['output']>;
  readonly closedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the reader may do to it now. */
  readonly availableActions: ReadonlyArray<ServiceRequestAction>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
};

export type ServiceRequestAction =
  | 'UPDATE'
  | 'ASSIGN'
  | 'START'
  | 'PAUSE'
  | 'RESOLVE'
  | 'CLOSE'
  | 'REOPEN'
  | 'CANCEL'
  | 'DELETE'
  | 'RESTORE';

export type ServiceRequestChannel =
  | 'PHONE'
  | 'WEB'
  /** Of portal users, and of them only. */
  | 'PORTAL'
  | 'EMAIL'
  | 'CHAT'
  | 'SMS'
  | 'WECHAT'
  | 'VISIT'
  | 'API';

export type ServiceRequestChannelFilter = {
  readonly eq?: InputMaybe<ServiceRequestChannel>;
  readonly in?: InputMaybe<ReadonlyArray<ServiceRequestChannel>>;
};

export type ServiceRequestConnection = {
  readonly __typename?: 'ServiceRequestConnection';
  readonly edges: ReadonlyArray<ServiceRequestEdge>;
  readonly nodes: ReadonlyArray<ServiceRequest>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type ServiceRequestEdge = {
  readonly __typename?: 'ServiceRequestEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ServiceRequest;
};

export type ServiceRequestFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ServiceRequestFilter>>;
  readonly not?: InputMaybe<ServiceRequestFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly requestNo?: InputMaybe<TextFilter>;
  readonly customerId?: InputMaybe<IdFilter>;
  readonly subject?: InputMaybe<TextFilter>;
  readonly kind?: InputMaybe<ServiceRequestKindFilter>;
  readonly channel?: InputMaybe<ServiceRequestChannelFilter>;
  readonly impact?: InputMaybe<ServiceRequestLevelFilter>;
  readonly urgency?: InputMaybe<ServiceRequestLevelFilter>;
  readonly priority?: InputMaybe<ServiceRequestPriorityFilter>;
  readonly status?: InputMaybe<ServiceRequestStatusFilter>;
  readonly assigneeId?: InputMaybe<IdFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  readonly resolvedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type ServiceRequestKind =
  | 'QUESTION'
  | 'INCIDENT'
  | 'PROBLEM'
  | 'COMPLAINT'
  | 'SUGGESTION'
  | 'RETURN'
  | 'INSTALLATION'
  | 'MAINTENANCE';

export type ServiceRequestKindFilter = {
  readonly eq?: InputMaybe<ServiceRequestKind>;
  readonly in?: InputMaybe<ReadonlyArray<ServiceRequestKind>>;
};

export type ServiceRequestLevel =
  | 'LOW'
  | 'MEDIUM'
  | 'HIGH';

export type ServiceRequestLevelFilter = {
  readonly eq?: InputMaybe<ServiceRequestLevel>;
  readonly in?: InputMaybe<ReadonlyArray<ServiceRequestLevel>>;
};

export type ServiceRequestOrder = {
  readonly field: ServiceRequestOrderField;
  readonly direction: OrderDirection;
};

export type ServiceRequestOrderField =
  | 'REQUEST_NO'
  /** From LOW to URGENT. */
  | 'PRIORITY'
  | 'CREATED_AT'
  | 'UPDATED_AT';

export type ServiceRequestPriority =
  | 'LOW'
  | 'NORMAL'
  | 'HIGH'
  | 'URGENT';

export type ServiceRequestPriorityFilter = {
  readonly eq?: InputMaybe<ServiceRequestPriority>;
  readonly in?: InputMaybe<ReadonlyArray<ServiceRequestPriority>>;
};

export type ServiceRequestStatus =
  | 'NEW'
  | 'ASSIGNED'
  | 'IN_PROGRESS'
  | 'PENDING_CUSTOMER'
  | 'PENDING_THIRD_PARTY'
  | 'RESOLVED'
  | 'CLOSED'
  | 'REOPENED'
  | 'CANCELLED';

export type ServiceRequestStatusFilter = {
  readonly eq?: InputMaybe<ServiceRequestStatus>;
  readonly in?: InputMaybe<ReadonlyArray<ServiceRequestStatus>>;
};

export type StartServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The request, or why nothing changed. */
export type StartServiceRequestPayload = {
  readonly __typename?: 'StartServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** Compares exactly as written; `contains` ignores case and full or half width. */
export type TextFilter = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  readonly startsWith?: InputMaybe<Scalars['String']['input']>;
  readonly contains?: InputMaybe<Scalars['String']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

/** A field left out stays; null clears it. Portal users change subject and description only. */
export type UpdateServiceRequestInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly subject?: InputMaybe<Scalars['String']['input']>;
  readonly description?: InputMaybe<Scalars['String']['input']>;
  readonly kind?: InputMaybe<ServiceRequestKind>;
  readonly impact?: InputMaybe<ServiceRequestLevel>;
  readonly urgency?: InputMaybe<ServiceRequestLevel>;
};

/** The changed request, or why nothing changed. */
export type UpdateServiceRequestPayload = {
  readonly __typename?: 'UpdateServiceRequestPayload';
  readonly serviceRequest: Maybe<ServiceRequest>;
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

export type WaitingFor =
  | 'CUSTOMER'
  | 'THIRD_PARTY';



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
  Customer: Customer;
  ServiceRequest: ServiceRequest;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  ServiceRequest:
    ( { __typename: 'ServiceRequest' }
    & GraphQLRecursivePick<FederationTypes['ServiceRequest'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( ServiceRequestRow & { __typename: 'ServiceRequest' } );
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AssignServiceRequestInput: AssignServiceRequestInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AssignServiceRequestPayload: ResolverTypeWrapper<Omit<AssignServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BooleanFilter: BooleanFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  CancelServiceRequestInput: CancelServiceRequestInput;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CancelServiceRequestPayload: ResolverTypeWrapper<Omit<CancelServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CloseServiceRequestInput: CloseServiceRequestInput;
  CloseServiceRequestPayload: ResolverTypeWrapper<Omit<CloseServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  Count: ResolverTypeWrapper<Count>;
  CreateServiceRequestInput: CreateServiceRequestInput;
  CreateServiceRequestPayload: ResolverTypeWrapper<Omit<CreateServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Customer: ResolverTypeWrapper<CustomerReference>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DeleteServiceRequestInput: DeleteServiceRequestInput;
  DeleteServiceRequestPayload: ResolverTypeWrapper<Omit<DeleteServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Department: ResolverTypeWrapper<Department>;
  Employee: ResolverTypeWrapper<Employee>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseServiceRequestInput: PauseServiceRequestInput;
  PauseServiceRequestPayload: ResolverTypeWrapper<Omit<PauseServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ReopenServiceRequestInput: ReopenServiceRequestInput;
  ReopenServiceRequestPayload: ResolverTypeWrapper<Omit<ReopenServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ResolveServiceRequestInput: ResolveServiceRequestInput;
  ResolveServiceRequestPayload: ResolverTypeWrapper<Omit<ResolveServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RestoreServiceRequestInput: RestoreServiceRequestInput;
  RestoreServiceRequestPayload: ResolverTypeWrapper<Omit<RestoreServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ServiceRequest: ResolverTypeWrapper<ServiceRequestRow>;
  ServiceRequestAction: ServiceRequestAction;
  ServiceRequestChannel: ServiceRequestChannel;
  ServiceRequestChannelFilter: ServiceRequestChannelFilter;
  ServiceRequestConnection: ResolverTypeWrapper<Omit<ServiceRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ServiceRequestEdge']>, nodes: ReadonlyArray<ResolversTypes['ServiceRequest']> }>;
  ServiceRequestEdge: ResolverTypeWrapper<Omit<ServiceRequestEdge, 'node'> & { node: ResolversTypes['ServiceRequest'] }>;
  ServiceRequestFilter: ServiceRequestFilter;
  ServiceRequestKind: ServiceRequestKind;
  ServiceRequestKindFilter: ServiceRequestKindFilter;
  ServiceRequestLevel: ServiceRequestLevel;
  ServiceRequestLevelFilter: ServiceRequestLevelFilter;
  ServiceRequestOrder: ServiceRequestOrder;
  ServiceRequestOrderField: ServiceRequestOrderField;
  ServiceRequestPriority: ServiceRequestPriority;
  ServiceRequestPriorityFilter: ServiceRequestPriorityFilter;
  ServiceRequestStatus: ServiceRequestStatus;
  ServiceRequestStatusFilter: ServiceRequestStatusFilter;
  StartServiceRequestInput: StartServiceRequestInput;
  StartServiceRequestPayload: ResolverTypeWrapper<Omit<StartServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TextFilter: TextFilter;
  UpdateServiceRequestInput: UpdateServiceRequestInput;
  UpdateServiceRequestPayload: ResolverTypeWrapper<Omit<UpdateServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  WaitingFor: WaitingFor;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssignServiceRequestInput: AssignServiceRequestInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AssignServiceRequestPayload: Omit<AssignServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BooleanFilter: BooleanFilter;
  Boolean: Scalars['Boolean']['output'];
  CancelServiceRequestInput: CancelServiceRequestInput;
  String: Scalars['String']['output'];
  CancelServiceRequestPayload: Omit<CancelServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CloseServiceRequestInput: CloseServiceRequestInput;
  CloseServiceRequestPayload: Omit<CloseServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  Count: Count;
  CreateServiceRequestInput: CreateServiceRequestInput;
  CreateServiceRequestPayload: Omit<CreateServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Customer: CustomerReference;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DeleteServiceRequestInput: DeleteServiceRequestInput;
  DeleteServiceRequestPayload: Omit<DeleteServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Department: Department;
  Employee: Employee;
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PauseServiceRequestInput: PauseServiceRequestInput;
  PauseServiceRequestPayload: Omit<PauseServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PlainUserError: PlainUserError;
  Query: Record<PropertyKey, never>;
  ReopenServiceRequestInput: ReopenServiceRequestInput;
  ReopenServiceRequestPayload: Omit<ReopenServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ResolveServiceRequestInput: ResolveServiceRequestInput;
  ResolveServiceRequestPayload: Omit<ResolveServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RestoreServiceRequestInput: RestoreServiceRequestInput;
  RestoreServiceRequestPayload: Omit<RestoreServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ServiceRequest: ServiceRequestRow;
  ServiceRequestChannelFilter: ServiceRequestChannelFilter;
  ServiceRequestConnection: Omit<ServiceRequestConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ServiceRequestEdge']>, nodes: ReadonlyArray<ResolversParentTypes['ServiceRequest']> };
  ServiceRequestEdge: Omit<ServiceRequestEdge, 'node'> & { node: ResolversParentTypes['ServiceRequest'] };
  ServiceRequestFilter: ServiceRequestFilter;
  ServiceRequestKindFilter: ServiceRequestKindFilter;
  ServiceRequestLevelFilter: ServiceRequestLevelFilter;
  ServiceRequestOrder: ServiceRequestOrder;
  ServiceRequestPriorityFilter: ServiceRequestPriorityFilter;
  ServiceRequestStatusFilter: ServiceRequestStatusFilter;
  StartServiceRequestInput: StartServiceRequestInput;
  StartServiceRequestPayload: Omit<StartServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextFilter: TextFilter;
  UpdateServiceRequestInput: UpdateServiceRequestInput;
  UpdateServiceRequestPayload: Omit<UpdateServiceRequestPayload, 'serviceRequest' | 'userErrors'> & { serviceRequest?: Maybe<ResolversParentTypes['ServiceRequest']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AssignServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignServiceRequestPayload'] = ResolversParentTypes['AssignServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CancelServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CancelServiceRequestPayload'] = ResolversParentTypes['CancelServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CloseServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CloseServiceRequestPayload'] = ResolversParentTypes['CloseServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ConflictErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ConflictError'] = ResolversParentTypes['ConflictError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  currentVersion?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  current?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CreateServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateServiceRequestPayload'] = ResolversParentTypes['CreateServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  serviceRequests?: Resolver<ResolversTypes['ServiceRequestConnection'], ParentType, ContextType, Partial<CustomerServiceRequestsArgs>>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteServiceRequestPayload'] = ResolversParentTypes['DeleteServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EmployeeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Employee'] = ResolversParentTypes['Employee']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createServiceRequest: Resolver<ResolversTypes['CreateServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationCreateServiceRequestArgs, 'input'>>;
  updateServiceRequest: Resolver<ResolversTypes['UpdateServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationUpdateServiceRequestArgs, 'input'>>;
  assignServiceRequest: Resolver<ResolversTypes['AssignServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationAssignServiceRequestArgs, 'input'>>;
  startServiceRequest: Resolver<ResolversTypes['StartServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationStartServiceRequestArgs, 'input'>>;
  pauseServiceRequest: Resolver<ResolversTypes['PauseServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationPauseServiceRequestArgs, 'input'>>;
  resolveServiceRequest: Resolver<ResolversTypes['ResolveServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationResolveServiceRequestArgs, 'input'>>;
  closeServiceRequest: Resolver<ResolversTypes['CloseServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationCloseServiceRequestArgs, 'input'>>;
  reopenServiceRequest: Resolver<ResolversTypes['ReopenServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationReopenServiceRequestArgs, 'input'>>;
  cancelServiceRequest: Resolver<ResolversTypes['CancelServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationCancelServiceRequestArgs, 'input'>>;
  deleteServiceRequest: Resolver<ResolversTypes['DeleteServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationDeleteServiceRequestArgs, 'input'>>;
  restoreServiceRequest: Resolver<ResolversTypes['RestoreServiceRequestPayload'], ParentType, ContextType, RequireFields<MutationRestoreServiceRequestArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'ServiceRequest', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PauseServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PauseServiceRequestPayload'] = ResolversParentTypes['PauseServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  serviceRequest: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType, RequireFields<QueryServiceRequestArgs, 'id'>>;
  serviceRequests: Resolver<ResolversTypes['ServiceRequestConnection'], ParentType, ContextType, Partial<QueryServiceRequestsArgs>>;
};

export type ReopenServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReopenServiceRequestPayload'] = ResolversParentTypes['ReopenServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResolveServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ResolveServiceRequestPayload'] = ResolversParentTypes['ResolveServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreServiceRequestPayload'] = ResolversParentTypes['RestoreServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ServiceRequestResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceRequest'] = ResolversParentTypes['ServiceRequest'], FederationReferenceType extends FederationReferenceTypes['ServiceRequest'] = FederationReferenceTypes['ServiceRequest']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['ServiceRequest']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  requestNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ServiceRequestKind'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['ServiceRequestChannel'], ParentType, ContextType>;
  impact?: Resolver<ResolversTypes['ServiceRequestLevel'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['ServiceRequestLevel'], ParentType, ContextType>;
  priority?: Resolver<ResolversTypes['ServiceRequestPriority'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ServiceRequestStatus'], ParentType, ContextType>;
  assignee?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  solution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  movedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['ServiceRequestAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ServiceRequestConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceRequestConnection'] = ResolversParentTypes['ServiceRequestConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ServiceRequestEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ServiceRequestEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ServiceRequestEdge'] = ResolversParentTypes['ServiceRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ServiceRequest'], ParentType, ContextType>;
};

export type StartServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StartServiceRequestPayload'] = ResolversParentTypes['StartServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateServiceRequestPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateServiceRequestPayload'] = ResolversParentTypes['UpdateServiceRequestPayload']> = {
  serviceRequest?: Resolver<Maybe<ResolversTypes['ServiceRequest']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AssignServiceRequestPayload?: AssignServiceRequestPayloadResolvers<ContextType>;
  CancelServiceRequestPayload?: CancelServiceRequestPayloadResolvers<ContextType>;
  CloseServiceRequestPayload?: CloseServiceRequestPayloadResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CreateServiceRequestPayload?: CreateServiceRequestPayloadResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteServiceRequestPayload?: DeleteServiceRequestPayloadResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PauseServiceRequestPayload?: PauseServiceRequestPayloadResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  ReopenServiceRequestPayload?: ReopenServiceRequestPayloadResolvers<ContextType>;
  ResolveServiceRequestPayload?: ResolveServiceRequestPayloadResolvers<ContextType>;
  RestoreServiceRequestPayload?: RestoreServiceRequestPayloadResolvers<ContextType>;
  ServiceRequest?: ServiceRequestResolvers<ContextType>;
  ServiceRequestConnection?: ServiceRequestConnectionResolvers<ContextType>;
  ServiceRequestEdge?: ServiceRequestEdgeResolvers<ContextType>;
  StartServiceRequestPayload?: StartServiceRequestPayloadResolvers<ContextType>;
  UpdateServiceRequestPayload?: UpdateServiceRequestPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

