import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Lead as LeadRow } from '../features/leads/lead.rules.ts';
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
  /** An instant, ISO 8601 with a zone; answers are in UTC: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: string; output: string; }
};

export type AssignLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly ownerId: Scalars['ID']['input'];
};

/** The lead with its new owner, or why nothing changed. */
export type AssignLeadPayload = {
  readonly __typename?: 'AssignLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
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

export type CreateLeadInput = {
  /** The same key and input give the same lead, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly company?: InputMaybe<Scalars['String']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** With country code, or as dialled in the lead's country. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly region?: InputMaybe<Scalars['String']['input']>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
  /** Another owner than you: for those who may assign. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The new lead, or why there is none. */
export type CreateLeadPayload = {
  readonly __typename?: 'CreateLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead as it was deleted, or why it was not. */
export type DeleteLeadPayload = {
  readonly __typename?: 'DeleteLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A part of the company. Departments form a tree, and data scopes follow it. */
export type Department = {
  readonly __typename?: 'Department';
  readonly id: Scalars['ID']['output'];
};

export type DisqualifyLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  /** What the next one learns from. */
  readonly reason: Scalars['String']['input'];
};

/** The lead, or why nothing changed. */
export type DisqualifyLeadPayload = {
  readonly __typename?: 'DisqualifyLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
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

/** Somebody who showed interest, from any channel. */
export type Lead = Node & {
  readonly __typename?: 'Lead';
  readonly id: Scalars['ID']['output'];
  /** Human readable, unique within the company: `L-000042`. */
  readonly leadNo: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly company: Maybe<Scalars['String']['output']>;
  /** What the person is at the company. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** With country code; masked for roles that may not see it. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Masked for roles that may not see it. */
  readonly email: Maybe<Scalars['String']['output']>;
  readonly country: Maybe<Scalars['CountryCode']['output']>;
  readonly region: Maybe<Scalars['String']['output']>;
  readonly industry: Maybe<Scalars['String']['output']>;
  /** Where the interest came from: a fair, a form, a referral. */
  readonly source: Maybe<Scalars['String']['output']>;
  readonly status: LeadStatus;
  /** Why it is not worth selling to; null while it is. */
  readonly disqualifiedBecause: Maybe<Scalars['String']['output']>;
  readonly firstContactAt: Maybe<Scalars['DateTime']['output']>;
  readonly lastContactAt: Maybe<Scalars['DateTime']['output']>;
  /** Who looks after it; null: nobody yet, or hidden from you. */
  readonly owner: Maybe<Employee>;
  /** The owner's department. */
  readonly department: Maybe<Department>;
  /** What the reader may do to it now. */
  readonly availableActions: ReadonlyArray<LeadAction>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
};

export type LeadAction =
  | 'UPDATE'
  | 'ASSIGN'
  | 'RECORD_CONTACT'
  | 'NURTURE'
  | 'QUALIFY'
  | 'DISQUALIFY'
  | 'REOPEN'
  | 'DELETE'
  | 'RESTORE';

export type LeadConnection = {
  readonly __typename?: 'LeadConnection';
  readonly edges: ReadonlyArray<LeadEdge>;
  readonly nodes: ReadonlyArray<Lead>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type LeadEdge = {
  readonly __typename?: 'LeadEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Lead;
};

export type LeadFilter = {
  readonly and?: InputMaybe<ReadonlyArray<LeadFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<LeadFilter>>;
  readonly not?: InputMaybe<LeadFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly leadNo?: InputMaybe<TextFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly company?: InputMaybe<TextFilter>;
  readonly phone?: InputMaybe<TextFilter>;
  readonly email?: InputMaybe<TextFilter>;
  readonly country?: InputMaybe<TextFilter>;
  readonly region?: InputMaybe<TextFilter>;
  readonly industry?: InputMaybe<TextFilter>;
  readonly source?: InputMaybe<TextFilter>;
  readonly status?: InputMaybe<LeadStatusFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly lastContactAt?: InputMaybe<DateTimeFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type LeadOrder = {
  readonly field: LeadOrderField;
  readonly direction: OrderDirection;
  readonly nulls?: InputMaybe<NullsOrder>;
};

export type LeadOrderField =
  | 'NAME'
  | 'COMPANY'
  | 'LEAD_NO'
  | 'LAST_CONTACT_AT'
  | 'CREATED_AT'
  | 'UPDATED_AT';

export type LeadStatus =
  /** Nobody looks after it yet. */
  | 'NEW'
  | 'ASSIGNED'
  | 'CONTACTED'
  /** Not ready to buy; kept warm. */
  | 'NURTURING'
  /** Worth selling to. */
  | 'QUALIFIED'
  /** Not worth selling to. */
  | 'DISQUALIFIED';

export type LeadStatusFilter = {
  readonly eq?: InputMaybe<LeadStatus>;
  readonly in?: InputMaybe<ReadonlyArray<LeadStatus>>;
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Captures interest. You become the owner unless you name another; a service account's leads are new and nobody's. */
  readonly createLead: CreateLeadPayload;
  /** Corrects what we know of a lead. */
  readonly updateLead: UpdateLeadPayload;
  /** Gives a lead to an employee. A new one becomes assigned; others stay where they are. */
  readonly assignLead: AssignLeadPayload;
  /** Says that you just spoke or wrote to the lead. */
  readonly recordLeadContact: RecordLeadContactPayload;
  /** Keeps a lead warm that is not ready to buy. */
  readonly nurtureLead: NurtureLeadPayload;
  /** Says that the lead is worth selling to. */
  readonly qualifyLead: QualifyLeadPayload;
  /** Says that the lead is not worth selling to, and why. */
  readonly disqualifyLead: DisqualifyLeadPayload;
  /** Gives a disqualified lead another chance: assigned when it has an owner, else new. */
  readonly reopenLead: ReopenLeadPayload;
  /** Puts a lead into the bin. */
  readonly deleteLead: DeleteLeadPayload;
  /** Takes a deleted lead back. */
  readonly restoreLead: RestoreLeadPayload;
};


export type MutationCreateLeadArgs = {
  input: CreateLeadInput;
};


export type MutationUpdateLeadArgs = {
  input: UpdateLeadInput;
};


export type MutationAssignLeadArgs = {
  input: AssignLeadInput;
};


export type MutationRecordLeadContactArgs = {
  input: RecordLeadContactInput;
};


export type MutationNurtureLeadArgs = {
  input: NurtureLeadInput;
};


export type MutationQualifyLeadArgs = {
  input: QualifyLeadInput;
};


export type MutationDisqualifyLeadArgs = {
  input: DisqualifyLeadInput;
};


export type MutationReopenLeadArgs = {
  input: ReopenLeadInput;
};


export type MutationDeleteLeadArgs = {
  input: DeleteLeadInput;
};


export type MutationRestoreLeadArgs = {
  input: RestoreLeadInput;
};

/** Anything that has an id can be fetched again by it, with `node(id)`. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** Where rows without a value stand. */
export type NullsOrder =
  | 'FIRST'
  | 'LAST';

export type NurtureLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead, or why nothing changed. */
export type NurtureLeadPayload = {
  readonly __typename?: 'NurtureLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
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

/** A refusal that its code and path explain. */
export type PlainUserError = UserError & {
  readonly __typename?: 'PlainUserError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type QualifyLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead, or why nothing changed. */
export type QualifyLeadPayload = {
  readonly __typename?: 'QualifyLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** One lead; null when it does not exist or you may not see it. */
  readonly lead: Maybe<Lead>;
  /** Leads you may see. Default order: newest first. */
  readonly leads: LeadConnection;
};


export type QueryLeadArgs = {
  id: Scalars['ID']['input'];
};


export type QueryLeadsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<LeadFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<LeadOrder>>;
};

export type RecordLeadContactInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead, contacted now, or why nothing changed. */
export type RecordLeadContactPayload = {
  readonly __typename?: 'RecordLeadContactPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type ReopenLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead, or why nothing changed. */
export type ReopenLeadPayload = {
  readonly __typename?: 'ReopenLeadPayload';
  readonly lead: Maybe<Lead>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type RestoreLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The lead, or why it stays deleted. */
export type RestoreLeadPayload = {
  readonly __typename?: 'RestoreLeadPayload';
  readonly lead: Maybe<Lead>;
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

/** A field left out stays; null clears it. */
export type UpdateLeadInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly company?: InputMaybe<Scalars['String']['input']>;
  readonly title?: InputMaybe<Scalars['String']['input']>;
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  readonly email?: InputMaybe<Scalars['String']['input']>;
  readonly country?: InputMaybe<Scalars['CountryCode']['input']>;
  readonly region?: InputMaybe<Scalars['String']['input']>;
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  readonly source?: InputMaybe<Scalars['String']['input']>;
};

/** The changed lead; a conflict carries the lead as it is now. */
export type UpdateLeadPayload = {
  readonly __typename?: 'UpdateLeadPayload';
  readonly lead: Maybe<Lead>;
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
  Lead: Lead;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Lead:
    ( { __typename: 'Lead' }
    & GraphQLRecursivePick<FederationTypes['Lead'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( LeadRow & { __typename: 'Lead' } );
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AssignLeadInput: AssignLeadInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AssignLeadPayload: ResolverTypeWrapper<Omit<AssignLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BooleanFilter: BooleanFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Count: ResolverTypeWrapper<Count>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CreateLeadInput: CreateLeadInput;
  CreateLeadPayload: ResolverTypeWrapper<Omit<CreateLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  DeleteLeadInput: DeleteLeadInput;
  DeleteLeadPayload: ResolverTypeWrapper<Omit<DeleteLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Department: ResolverTypeWrapper<Department>;
  DisqualifyLeadInput: DisqualifyLeadInput;
  DisqualifyLeadPayload: ResolverTypeWrapper<Omit<DisqualifyLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Employee: ResolverTypeWrapper<Employee>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Lead: ResolverTypeWrapper<LeadRow>;
  LeadAction: LeadAction;
  LeadConnection: ResolverTypeWrapper<Omit<LeadConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['LeadEdge']>, nodes: ReadonlyArray<ResolversTypes['Lead']> }>;
  LeadEdge: ResolverTypeWrapper<Omit<LeadEdge, 'node'> & { node: ResolversTypes['Lead'] }>;
  LeadFilter: LeadFilter;
  LeadOrder: LeadOrder;
  LeadOrderField: LeadOrderField;
  LeadStatus: LeadStatus;
  LeadStatusFilter: LeadStatusFilter;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NullsOrder: NullsOrder;
  NurtureLeadInput: NurtureLeadInput;
  NurtureLeadPayload: ResolverTypeWrapper<Omit<NurtureLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  QualifyLeadInput: QualifyLeadInput;
  QualifyLeadPayload: ResolverTypeWrapper<Omit<QualifyLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RecordLeadContactInput: RecordLeadContactInput;
  RecordLeadContactPayload: ResolverTypeWrapper<Omit<RecordLeadContactPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ReopenLeadInput: ReopenLeadInput;
  ReopenLeadPayload: ResolverTypeWrapper<Omit<ReopenLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  RestoreLeadInput: RestoreLeadInput;
  RestoreLeadPayload: ResolverTypeWrapper<Omit<RestoreLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TextFilter: TextFilter;
  UpdateLeadInput: UpdateLeadInput;
  UpdateLeadPayload: ResolverTypeWrapper<Omit<UpdateLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversTypes['Lead']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssignLeadInput: AssignLeadInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AssignLeadPayload: Omit<AssignLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BooleanFilter: BooleanFilter;
  Boolean: Scalars['Boolean']['output'];
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  String: Scalars['String']['output'];
  Count: Count;
  CountryCode: Scalars['CountryCode']['output'];
  CreateLeadInput: CreateLeadInput;
  CreateLeadPayload: Omit<CreateLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  DeleteLeadInput: DeleteLeadInput;
  DeleteLeadPayload: Omit<DeleteLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Department: Department;
  DisqualifyLeadInput: DisqualifyLeadInput;
  DisqualifyLeadPayload: Omit<DisqualifyLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Employee: Employee;
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Lead: LeadRow;
  LeadConnection: Omit<LeadConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['LeadEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Lead']> };
  LeadEdge: Omit<LeadEdge, 'node'> & { node: ResolversParentTypes['Lead'] };
  LeadFilter: LeadFilter;
  LeadOrder: LeadOrder;
  LeadStatusFilter: LeadStatusFilter;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NurtureLeadInput: NurtureLeadInput;
  NurtureLeadPayload: Omit<NurtureLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PageInfo: PageInfo;
  PlainUserError: PlainUserError;
  QualifyLeadInput: QualifyLeadInput;
  QualifyLeadPayload: Omit<QualifyLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Query: Record<PropertyKey, never>;
  RecordLeadContactInput: RecordLeadContactInput;
  RecordLeadContactPayload: Omit<RecordLeadContactPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ReopenLeadInput: ReopenLeadInput;
  ReopenLeadPayload: Omit<ReopenLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  RestoreLeadInput: RestoreLeadInput;
  RestoreLeadPayload: Omit<RestoreLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextFilter: TextFilter;
  UpdateLeadInput: UpdateLeadInput;
  UpdateLeadPayload: Omit<UpdateLeadPayload, 'lead' | 'userErrors'> & { lead?: Maybe<ResolversParentTypes['Lead']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AssignLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignLeadPayload'] = ResolversParentTypes['AssignLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
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

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CreateLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateLeadPayload'] = ResolversParentTypes['CreateLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteLeadPayload'] = ResolversParentTypes['DeleteLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DepartmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Department'] = ResolversParentTypes['Department']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type DisqualifyLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DisqualifyLeadPayload'] = ResolversParentTypes['DisqualifyLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
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

export type LeadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Lead'] = ResolversParentTypes['Lead'], FederationReferenceType extends FederationReferenceTypes['Lead'] = FederationReferenceTypes['Lead']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Lead']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leadNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  company?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  country?: Resolver<Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  region?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  industry?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['LeadStatus'], ParentType, ContextType>;
  disqualifiedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstContactAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastContactAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['LeadAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type LeadConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadConnection'] = ResolversParentTypes['LeadConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['LeadEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Lead']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type LeadEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LeadEdge'] = ResolversParentTypes['LeadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Lead'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createLead: Resolver<ResolversTypes['CreateLeadPayload'], ParentType, ContextType, RequireFields<MutationCreateLeadArgs, 'input'>>;
  updateLead: Resolver<ResolversTypes['UpdateLeadPayload'], ParentType, ContextType, RequireFields<MutationUpdateLeadArgs, 'input'>>;
  assignLead: Resolver<ResolversTypes['AssignLeadPayload'], ParentType, ContextType, RequireFields<MutationAssignLeadArgs, 'input'>>;
  recordLeadContact: Resolver<ResolversTypes['RecordLeadContactPayload'], ParentType, ContextType, RequireFields<MutationRecordLeadContactArgs, 'input'>>;
  nurtureLead: Resolver<ResolversTypes['NurtureLeadPayload'], ParentType, ContextType, RequireFields<MutationNurtureLeadArgs, 'input'>>;
  qualifyLead: Resolver<ResolversTypes['QualifyLeadPayload'], ParentType, ContextType, RequireFields<MutationQualifyLeadArgs, 'input'>>;
  disqualifyLead: Resolver<ResolversTypes['DisqualifyLeadPayload'], ParentType, ContextType, RequireFields<MutationDisqualifyLeadArgs, 'input'>>;
  reopenLead: Resolver<ResolversTypes['ReopenLeadPayload'], ParentType, ContextType, RequireFields<MutationReopenLeadArgs, 'input'>>;
  deleteLead: Resolver<ResolversTypes['DeleteLeadPayload'], ParentType, ContextType, RequireFields<MutationDeleteLeadArgs, 'input'>>;
  restoreLead: Resolver<ResolversTypes['RestoreLeadPayload'], ParentType, ContextType, RequireFields<MutationRestoreLeadArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Lead', ParentType, ContextType>;
};

export type NurtureLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NurtureLeadPayload'] = ResolversParentTypes['NurtureLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QualifyLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QualifyLeadPayload'] = ResolversParentTypes['QualifyLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  lead: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType, RequireFields<QueryLeadArgs, 'id'>>;
  leads: Resolver<ResolversTypes['LeadConnection'], ParentType, ContextType, Partial<QueryLeadsArgs>>;
};

export type RecordLeadContactPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RecordLeadContactPayload'] = ResolversParentTypes['RecordLeadContactPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReopenLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReopenLeadPayload'] = ResolversParentTypes['ReopenLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RestoreLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreLeadPayload'] = ResolversParentTypes['RestoreLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateLeadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateLeadPayload'] = ResolversParentTypes['UpdateLeadPayload']> = {
  lead?: Resolver<Maybe<ResolversTypes['Lead']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AssignLeadPayload?: AssignLeadPayloadResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CreateLeadPayload?: CreateLeadPayloadResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  DeleteLeadPayload?: DeleteLeadPayloadResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  DisqualifyLeadPayload?: DisqualifyLeadPayloadResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Lead?: LeadResolvers<ContextType>;
  LeadConnection?: LeadConnectionResolvers<ContextType>;
  LeadEdge?: LeadEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NurtureLeadPayload?: NurtureLeadPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  QualifyLeadPayload?: QualifyLeadPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RecordLeadContactPayload?: RecordLeadContactPayloadResolvers<ContextType>;
  ReopenLeadPayload?: ReopenLeadPayloadResolvers<ContextType>;
  RestoreLeadPayload?: RestoreLeadPayloadResolvers<ContextType>;
  UpdateLeadPayload?: UpdateLeadPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

