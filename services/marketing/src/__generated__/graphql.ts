import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Campaign as CampaignRow } from '../features/campaigns/campaign.rules.ts';
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
  /** ISO 4217: `CNY`. */
  CurrencyCode: { input: string; output: string; }
  /** A day of the calendar: `2026-11-22`. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with a zone; answers are in UTC: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  /** An exact decimal number as text, never a float: `1234.50`. */
  Decimal: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

export type AssignCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly ownerId: Scalars['ID']['input'];
};

/** The campaign, or why nothing changed. */
export type AssignCampaignPayload = {
  readonly __typename?: 'AssignCampaignPayload';
  readonly campaign: Maybe<Campaign>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type BooleanFilter = {
  readonly eq?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What we do over some time to be found or heard: a fair, a series of mails, an advertisement. */
export type Campaign = Node & {
  readonly __typename?: 'Campaign';
  readonly id: Scalars['ID']['output'];
  /** Human readable, unique within the company: `CM-000042`. */
  readonly campaignNo: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly type: CampaignType;
  /** Where people meet it. */
  readonly channels: ReadonlyArray<CampaignChannel>;
  /** What it is to achieve, in words. */
  readonly goals: Maybe<Scalars['String']['output']>;
  /** What it may cost. */
  readonly budget: Maybe<Money>;
  readonly startsOn: Maybe<Scalars['Date']['output']>;
  /** The last day. */
  readonly endsOn: Maybe<Scalars['Date']['output']>;
  readonly status: CampaignStatus;
  /** Who answers for it. */
  readonly owner: Maybe<Employee>;
  /** The owner's department. */
  readonly department: Maybe<Department>;
  /** What the reader may do to it now. */
  readonly availableActions: ReadonlyArray<CampaignAction>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
};

export type CampaignAction =
  | 'UPDATE'
  | 'ASSIGN'
  | 'START'
  | 'PAUSE'
  | 'COMPLETE'
  | 'CANCEL'
  | 'DELETE'
  | 'RESTORE';

export type CampaignBudgetInput = {
  /** Rounded to the currency's smallest unit. */
  readonly amount: Scalars['Decimal']['input'];
  readonly currency: Scalars['CurrencyCode']['input'];
};

export type CampaignChannel =
  | 'EMAIL'
  | 'SMS'
  | 'WECHAT'
  | 'PHONE'
  | 'WEB'
  | 'SOCIAL'
  | 'PRINT'
  | 'EVENT'
  | 'PUSH';

export type CampaignConnection = {
  readonly __typename?: 'CampaignConnection';
  readonly edges: ReadonlyArray<CampaignEdge>;
  readonly nodes: ReadonlyArray<Campaign>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type CampaignDayFilter = {
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  readonly gt?: InputMaybe<Scalars['Date']['input']>;
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
  readonly lt?: InputMaybe<Scalars['Date']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type CampaignEdge = {
  readonly __typename?: 'CampaignEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Campaign;
};

export type CampaignFilter = {
  readonly and?: InputMaybe<ReadonlyArray<CampaignFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<CampaignFilter>>;
  readonly not?: InputMaybe<CampaignFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly campaignNo?: InputMaybe<TextFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly type?: InputMaybe<CampaignTypeFilter>;
  readonly status?: InputMaybe<CampaignStatusFilter>;
  readonly startsOn?: InputMaybe<CampaignDayFilter>;
  readonly endsOn?: InputMaybe<CampaignDayFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type CampaignOrder = {
  readonly field: CampaignOrderField;
  readonly direction: OrderDirection;
  readonly nulls?: InputMaybe<NullsOrder>;
};

export type CampaignOrderField =
  | 'NAME'
  | 'CAMPAIGN_NO'
  | 'STARTS_ON'
  | 'CREATED_AT'
  | 'UPDATED_AT';

export type CampaignStatus =
  | 'PLANNED'
  | 'ACTIVE'
  | 'PAUSED'
  | 'COMPLETED'
  | 'CANCELLED';

export type CampaignStatusFilter = {
  readonly eq?: InputMaybe<CampaignStatus>;
  readonly in?: InputMaybe<ReadonlyArray<CampaignStatus>>;
};

export type CampaignType =
  /** A fair, a seminar, a launch. */
  | 'EVENT'
  /** Articles, films, papers. */
  | 'CONTENT'
  | 'ADVERTISING'
  /** Addressed to chosen people. */
  | 'DIRECT'
  /** Customers bring customers. */
  | 'REFERRAL'
  | 'PARTNER'
  | 'OTHER';

export type CampaignTypeFilter = {
  readonly eq?: InputMaybe<CampaignType>;
  readonly in?: InputMaybe<ReadonlyArray<CampaignType>>;
};

export type CancelCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The campaign, or why nothing changed. */
export type CancelCampaignPayload = {
  readonly __typename?: 'CancelCampaignPayload';
  readonly campaign: Maybe<Campaign>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type CompleteCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The campaign, or why nothing changed. */
export type CompleteCampaignPayload = {
  readonly __typename?: 'CompleteCampaignPayload';
  readonly campaign: Maybe<Campaign>;
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

export type CreateCampaignInput = {
  /** The same key and input give the same campaign, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly name: Scalars['String']['input'];
  readonly type: CampaignType;
  readonly channels: ReadonlyArray<CampaignChannel>;
  readonly goals?: InputMaybe<Scalars['String']['input']>;
  readonly budget?: InputMaybe<CampaignBudgetInput>;
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
  /** Another owner than you: for those who may assign. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The new campaign, or why there is none. */
export type CreateCampaignPayload = {
  readonly __typename?: 'CreateCampaignPayload';
  readonly campaign: Maybe<Campaign>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The campaign, or why nothing changed. */
export type DeleteCampaignPayload = {
  readonly __typename?: 'DeleteCampaignPayload';
  readonly campaign: Maybe<Campaign>;
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

/** An exact amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  readonly amount: Scalars['Decimal']['output'];
  readonly currency: Scalars['CurrencyCode']['output'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Plans a campaign. You answer for it unless you name another. */
  readonly createCampaign: CreateCampaignPayload;
  /** Changes the plan, until the campaign has ended. */
  readonly updateCampaign: UpdateCampaignPayload;
  /** Gives it to an employee, who answers for it from then on. */
  readonly assignCampaign: AssignCampaignPayload;
  /** It begins, or goes on after a pause. */
  readonly startCampaign: StartCampaignPayload;
  /** Nothing is sent or offered until it goes on. */
  readonly pauseCampaign: PauseCampaignPayload;
  /** It has run its course. */
  readonly completeCampaign: CompleteCampaignPayload;
  /** It is given up. */
  readonly cancelCampaign: CancelCampaignPayload;
  /** Puts it into the bin. One that runs is paused, completed or cancelled first. */
  readonly deleteCampaign: DeleteCampaignPayload;
  /** Takes a deleted campaign back. */
  readonly restoreCampaign: RestoreCampaignPayload;
};


export type MutationCreateCampaignArgs = {
  input: CreateCampaignInput;
};


export type MutationUpdateCampaignArgs = {
  input: UpdateCampaignInput;
};


export type MutationAssignCampaignArgs = {
  input: AssignCampaignInput;
};


export type MutationStartCampaignArgs = {
  input: StartCampaignInput;
};


export type MutationPauseCampaignArgs = {
  input: PauseCampaignInput;
};


export type MutationCompleteCampaignArgs = {
  input: CompleteCampaignInput;
};


export type MutationCancelCampaignArgs = {
  input: CancelCampaignInput;
};


export type MutationDeleteCampaignArgs = {
  input: DeleteCampaignInput;
};


export type MutationRestoreCampaignArgs = {
  input: RestoreCampaignInput;
};

/** Anything that has an id can be fetched again by it, with `node(id)`. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** Where rows without a value stand. */
export type NullsOrder =
  | 'FIRST'
  | 'LAST';

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

export type PauseCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason?: InputMaybe<Scalars['String']['input']>;
};

/** The campaign, or why nothing changed. */
export type PauseCampaignPayload = {
  readonly __typename?: 'PauseCampaignPayload';
  readonly campaign: Maybe<Campaign>;
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
  /** One campaign; null when it does not exist or you may not see it. */
  readonly campaign: Maybe<Campaign>;
  /** Campaigns you may see. Default order: newest first. */
  readonly campaigns: CampaignConnection;
};


export type QueryCampaignArgs = {
  id: Scalars['ID']['input'];
};


export type QueryCampaignsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CampaignFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<CampaignOrder>>;
};

export type RestoreCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The campaign, or why nothing changed. */
export type RestoreCampaignPayload = {
  readonly __typename?: 'RestoreCampaignPayload';
  readonly campaign: Maybe<Campaign>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type StartCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The campaign, or why nothing changed. */
export type StartCampaignPayload = {
  readonly __typename?: 'StartCampaignPayload';
  readonly campaign: Maybe<Campaign>;
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

/** A field left out stays; null clears it; a list replaces the old one. */
export type UpdateCampaignInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly type?: InputMaybe<CampaignType>;
  readonly channels?: InputMaybe<ReadonlyArray<CampaignChannel>>;
  readonly goals?: InputMaybe<Scalars['String']['input']>;
  readonly budget?: InputMaybe<CampaignBudgetInput>;
  readonly startsOn?: InputMaybe<Scalars['Date']['input']>;
  readonly endsOn?: InputMaybe<Scalars['Date']['input']>;
};

/** The changed campaign, or why nothing changed. */
export type UpdateCampaignPayload = {
  readonly __typename?: 'UpdateCampaignPayload';
  readonly campaign: Maybe<Campaign>;
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
  Campaign: Campaign;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Campaign:
    ( { __typename: 'Campaign' }
    & GraphQLRecursivePick<FederationTypes['Campaign'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( CampaignRow & { __typename: 'Campaign' } );
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AssignCampaignInput: AssignCampaignInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AssignCampaignPayload: ResolverTypeWrapper<Omit<AssignCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BooleanFilter: BooleanFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Campaign: ResolverTypeWrapper<CampaignRow>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  CampaignAction: CampaignAction;
  CampaignBudgetInput: CampaignBudgetInput;
  CampaignChannel: CampaignChannel;
  CampaignConnection: ResolverTypeWrapper<Omit<CampaignConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['CampaignEdge']>, nodes: ReadonlyArray<ResolversTypes['Campaign']> }>;
  CampaignDayFilter: CampaignDayFilter;
  CampaignEdge: ResolverTypeWrapper<Omit<CampaignEdge, 'node'> & { node: ResolversTypes['Campaign'] }>;
  CampaignFilter: CampaignFilter;
  CampaignOrder: CampaignOrder;
  CampaignOrderField: CampaignOrderField;
  CampaignStatus: CampaignStatus;
  CampaignStatusFilter: CampaignStatusFilter;
  CampaignType: CampaignType;
  CampaignTypeFilter: CampaignTypeFilter;
  CancelCampaignInput: CancelCampaignInput;
  CancelCampaignPayload: ResolverTypeWrapper<Omit<CancelCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CompleteCampaignInput: CompleteCampaignInput;
  CompleteCampaignPayload: ResolverTypeWrapper<Omit<CompleteCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  Count: ResolverTypeWrapper<Count>;
  CreateCampaignInput: CreateCampaignInput;
  CreateCampaignPayload: ResolverTypeWrapper<Omit<CreateCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteCampaignInput: DeleteCampaignInput;
  DeleteCampaignPayload: ResolverTypeWrapper<Omit<DeleteCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Department: ResolverTypeWrapper<Department>;
  Employee: ResolverTypeWrapper<Employee>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NullsOrder: NullsOrder;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PauseCampaignInput: PauseCampaignInput;
  PauseCampaignPayload: ResolverTypeWrapper<Omit<PauseCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RestoreCampaignInput: RestoreCampaignInput;
  RestoreCampaignPayload: ResolverTypeWrapper<Omit<RestoreCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  StartCampaignInput: StartCampaignInput;
  StartCampaignPayload: ResolverTypeWrapper<Omit<StartCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TextFilter: TextFilter;
  UpdateCampaignInput: UpdateCampaignInput;
  UpdateCampaignPayload: ResolverTypeWrapper<Omit<UpdateCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversTypes['Campaign']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AssignCampaignInput: AssignCampaignInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  AssignCampaignPayload: Omit<AssignCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BooleanFilter: BooleanFilter;
  Boolean: Scalars['Boolean']['output'];
  Campaign: CampaignRow;
  String: Scalars['String']['output'];
  CampaignBudgetInput: CampaignBudgetInput;
  CampaignConnection: Omit<CampaignConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['CampaignEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Campaign']> };
  CampaignDayFilter: CampaignDayFilter;
  CampaignEdge: Omit<CampaignEdge, 'node'> & { node: ResolversParentTypes['Campaign'] };
  CampaignFilter: CampaignFilter;
  CampaignOrder: CampaignOrder;
  CampaignStatusFilter: CampaignStatusFilter;
  CampaignTypeFilter: CampaignTypeFilter;
  CancelCampaignInput: CancelCampaignInput;
  CancelCampaignPayload: Omit<CancelCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CompleteCampaignInput: CompleteCampaignInput;
  CompleteCampaignPayload: Omit<CompleteCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  Count: Count;
  CreateCampaignInput: CreateCampaignInput;
  CreateCampaignPayload: Omit<CreateCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  Decimal: Scalars['Decimal']['output'];
  DeleteCampaignInput: DeleteCampaignInput;
  DeleteCampaignPayload: Omit<DeleteCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Department: Department;
  Employee: Employee;
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PauseCampaignInput: PauseCampaignInput;
  PauseCampaignPayload: Omit<PauseCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  PlainUserError: PlainUserError;
  Query: Record<PropertyKey, never>;
  RestoreCampaignInput: RestoreCampaignInput;
  RestoreCampaignPayload: Omit<RestoreCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  StartCampaignInput: StartCampaignInput;
  StartCampaignPayload: Omit<StartCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextFilter: TextFilter;
  UpdateCampaignInput: UpdateCampaignInput;
  UpdateCampaignPayload: Omit<UpdateCampaignPayload, 'campaign' | 'userErrors'> & { campaign?: Maybe<ResolversParentTypes['Campaign']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AssignCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignCampaignPayload'] = ResolversParentTypes['AssignCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CampaignResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Campaign'] = ResolversParentTypes['Campaign'], FederationReferenceType extends FederationReferenceTypes['Campaign'] = FederationReferenceTypes['Campaign']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Campaign']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  campaignNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['CampaignType'], ParentType, ContextType>;
  channels?: Resolver<ReadonlyArray<ResolversTypes['CampaignChannel']>, ParentType, ContextType>;
  goals?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  budget?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['CampaignStatus'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['CampaignAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CampaignConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignConnection'] = ResolversParentTypes['CampaignConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CampaignEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Campaign']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type CampaignEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CampaignEdge'] = ResolversParentTypes['CampaignEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Campaign'], ParentType, ContextType>;
};

export type CancelCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CancelCampaignPayload'] = ResolversParentTypes['CancelCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CompleteCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CompleteCampaignPayload'] = ResolversParentTypes['CompleteCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
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

export type CreateCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateCampaignPayload'] = ResolversParentTypes['CreateCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteCampaignPayload'] = ResolversParentTypes['DeleteCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
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

export type MoneyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Decimal'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createCampaign: Resolver<ResolversTypes['CreateCampaignPayload'], ParentType, ContextType, RequireFields<MutationCreateCampaignArgs, 'input'>>;
  updateCampaign: Resolver<ResolversTypes['UpdateCampaignPayload'], ParentType, ContextType, RequireFields<MutationUpdateCampaignArgs, 'input'>>;
  assignCampaign: Resolver<ResolversTypes['AssignCampaignPayload'], ParentType, ContextType, RequireFields<MutationAssignCampaignArgs, 'input'>>;
  startCampaign: Resolver<ResolversTypes['StartCampaignPayload'], ParentType, ContextType, RequireFields<MutationStartCampaignArgs, 'input'>>;
  pauseCampaign: Resolver<ResolversTypes['PauseCampaignPayload'], ParentType, ContextType, RequireFields<MutationPauseCampaignArgs, 'input'>>;
  completeCampaign: Resolver<ResolversTypes['CompleteCampaignPayload'], ParentType, ContextType, RequireFields<MutationCompleteCampaignArgs, 'input'>>;
  cancelCampaign: Resolver<ResolversTypes['CancelCampaignPayload'], ParentType, ContextType, RequireFields<MutationCancelCampaignArgs, 'input'>>;
  deleteCampaign: Resolver<ResolversTypes['DeleteCampaignPayload'], ParentType, ContextType, RequireFields<MutationDeleteCampaignArgs, 'input'>>;
  restoreCampaign: Resolver<ResolversTypes['RestoreCampaignPayload'], ParentType, ContextType, RequireFields<MutationRestoreCampaignArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Campaign', ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PauseCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PauseCampaignPayload'] = ResolversParentTypes['PauseCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PlainUserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlainUserError'] = ResolversParentTypes['PlainUserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  campaign: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType, RequireFields<QueryCampaignArgs, 'id'>>;
  campaigns: Resolver<ResolversTypes['CampaignConnection'], ParentType, ContextType, Partial<QueryCampaignsArgs>>;
};

export type RestoreCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreCampaignPayload'] = ResolversParentTypes['RestoreCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StartCampaignPayload'] = ResolversParentTypes['StartCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateCampaignPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateCampaignPayload'] = ResolversParentTypes['UpdateCampaignPayload']> = {
  campaign?: Resolver<Maybe<ResolversTypes['Campaign']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AssignCampaignPayload?: AssignCampaignPayloadResolvers<ContextType>;
  Campaign?: CampaignResolvers<ContextType>;
  CampaignConnection?: CampaignConnectionResolvers<ContextType>;
  CampaignEdge?: CampaignEdgeResolvers<ContextType>;
  CancelCampaignPayload?: CancelCampaignPayloadResolvers<ContextType>;
  CompleteCampaignPayload?: CompleteCampaignPayloadResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CreateCampaignPayload?: CreateCampaignPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteCampaignPayload?: DeleteCampaignPayloadResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PauseCampaignPayload?: PauseCampaignPayloadResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RestoreCampaignPayload?: RestoreCampaignPayloadResolvers<ContextType>;
  StartCampaignPayload?: StartCampaignPayloadResolvers<ContextType>;
  UpdateCampaignPayload?: UpdateCampaignPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

