import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Freshness } from '../features/freshness/freshness.rules.ts';
import type { StartedRebuild } from '../features/rebuild/rebuild.queries.ts';
import type { CustomerRef } from '../warehouse/customer.queries.ts';
import type { CustomerMetrics as CustomerMetricsRow } from '../features/customer-metrics/metrics.feature.ts';
import type { TimelineEntryRow } from '../features/customer-timeline/timeline.queries.ts';
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
  /** A day of the calendar: `2026-11-22`. */
  Date: { input: string; output: string; }
  /** An instant, ISO 8601 with a zone; answers are in UTC: `2026-11-22T09:30:00.000Z`. */
  DateTime: { input: Date; output: Date; }
  _FieldSet: { input: string; output: string; }
};

/** How much of what happened is known here already. */
export type AnalyticsFreshness = {
  readonly __typename?: 'AnalyticsFreshness';
  /** When this was looked up. */
  readonly measuredAt: Scalars['DateTime']['output'];
  /** When the newest known event happened; null: none is known. */
  readonly lastEventAt: Maybe<Scalars['DateTime']['output']>;
  /** How long the newest event took from happening to being known here. */
  readonly lagSeconds: Maybe<Scalars['Float']['output']>;
  /** How long ago the newest event arrived: quiet times make it grow. */
  readonly idleSeconds: Maybe<Scalars['Float']['output']>;
  /** By source of events; without those from which nothing has come yet. */
  readonly topics: ReadonlyArray<TopicFreshness>;
  /** The latest rebuild; null: there was none. */
  readonly rebuild: Maybe<AnalyticsRebuild>;
};

/** Timelines and metrics being built anew. */
export type AnalyticsRebuild = {
  readonly __typename?: 'AnalyticsRebuild';
  readonly phase: AnalyticsRebuildPhase;
  /** Counts the rebuilds: the one that is read now. */
  readonly generation: Scalars['Int']['output'];
  readonly startedAt: Scalars['DateTime']['output'];
  /** Null while it is under way. */
  readonly finishedAt: Maybe<Scalars['DateTime']['output']>;
};

export type AnalyticsRebuildPhase =
  /** Takes over what records are now. */
  | 'STATES'
  /** Takes over what happened. */
  | 'FACTS'
  /** The new tables are read; the old ones are being removed. */
  | 'CLEANING'
  | 'FINISHED';

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

/** A company or a person we know. */
export type Customer = {
  readonly __typename?: 'Customer';
  /**
   * Measured from its events. `asOf`: as at the end of that day (UTC), as known now; left out: now. Null when you may not
   * read its timeline, or when we did not know it then.
   */
  readonly metrics: Maybe<CustomerMetrics>;
  readonly id: Scalars['ID']['output'];
  /** What happened to it and to what belongs to it, newest first; null when you may not read timelines. */
  readonly timeline: Maybe<TimelineEntryConnection>;
};


/** A company or a person we know. */
export type CustomerMetricsArgs = {
  asOf?: InputMaybe<Scalars['Date']['input']>;
};


/** A company or a person we know. */
export type CustomerTimelineArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<TimelineFilter>;
};

/** What can be measured of a customer. */
export type CustomerMetrics = {
  readonly __typename?: 'CustomerMetrics';
  /** The moment up to which events count; that moment itself does not. */
  readonly measuredAt: Scalars['DateTime']['output'];
  /** Contacts that were there; null when you may not see contacts. */
  readonly contacts: Maybe<Scalars['Int']['output']>;
  /** Events in the 30 days before. */
  readonly eventsInLast30Days: Scalars['Int']['output'];
  /** Events in the 90 days before. */
  readonly eventsInLast90Days: Scalars['Int']['output'];
  /** When something last happened; null: never. */
  readonly lastActivityAt: Maybe<Scalars['DateTime']['output']>;
  /** Whole days since we know it. */
  readonly ageDays: Scalars['Int']['output'];
  /** How often its lifecycle changed. */
  readonly lifecycleChanges: Scalars['Int']['output'];
};

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
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
  /**
   * Builds timelines and metrics anew from the recorded events, while they are being read: what is shown changes at once
   * when the new ones are complete. For administrators. While a rebuild is under way, it answers that one.
   */
  readonly rebuildAnalytics: RebuildAnalyticsPayload;
};


export type MutationRebuildAnalyticsArgs = {
  input: RebuildAnalyticsInput;
};

/** Anything that has an id can be fetched again by it, with `node(id)`. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

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

export type Query = {
  readonly __typename?: 'Query';
  /** How far behind timelines and metrics are; null when you may not read timelines. */
  readonly analyticsFreshness: Maybe<AnalyticsFreshness>;
};

export type RebuildAnalyticsInput = {
  /** The same key begins one rebuild, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The rebuild, or why there is none. */
export type RebuildAnalyticsPayload = {
  readonly __typename?: 'RebuildAnalyticsPayload';
  readonly rebuild: Maybe<AnalyticsRebuild>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** One thing that is known of an event. */
export type TimelineDetail = {
  readonly __typename?: 'TimelineDetail';
  readonly name: Scalars['String']['output'];
  readonly value: Scalars['String']['output'];
};

/** Something that happened. */
export type TimelineEntry = Node & {
  readonly __typename?: 'TimelineEntry';
  readonly id: Scalars['ID']['output'];
  /** What kind of thing: `customer.contact-created.v1`. New kinds come without notice. */
  readonly type: Scalars['String']['output'];
  /** What happened, in the reader's language. */
  readonly title: Scalars['String']['output'];
  readonly occurredAt: Scalars['DateTime']['output'];
  /** Who did it; null: not an employee, or hidden from you. */
  readonly actor: Maybe<Employee>;
  /** What it happened to. */
  readonly subject: TimelineSubject;
  /** What else is known of it: as it was then, not as it is now. */
  readonly details: ReadonlyArray<TimelineDetail>;
};

export type TimelineEntryConnection = {
  readonly __typename?: 'TimelineEntryConnection';
  readonly edges: ReadonlyArray<TimelineEntryEdge>;
  readonly nodes: ReadonlyArray<TimelineEntry>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type TimelineEntryEdge = {
  readonly __typename?: 'TimelineEntryEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: TimelineEntry;
};

export type TimelineFilter = {
  readonly and?: InputMaybe<ReadonlyArray<TimelineFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<TimelineFilter>>;
  readonly not?: InputMaybe<TimelineFilter>;
  readonly type?: InputMaybe<TimelineTypeFilter>;
  readonly occurredAt?: InputMaybe<DateTimeFilter>;
  /** The employee who did it. */
  readonly actorId?: InputMaybe<IdFilter>;
};

/** A record by its type and id: `node(id)` gives the record itself. */
export type TimelineSubject = {
  readonly __typename?: 'TimelineSubject';
  readonly type: Scalars['String']['output'];
  readonly id: Scalars['ID']['output'];
};

export type TimelineTypeFilter = {
  readonly eq?: InputMaybe<Scalars['String']['input']>;
  readonly in?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** How much of one source of events is known here already. */
export type TopicFreshness = {
  readonly __typename?: 'TopicFreshness';
  readonly topic: Scalars['String']['output'];
  readonly lastEventAt: Scalars['DateTime']['output'];
  readonly lagSeconds: Scalars['Float']['output'];
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
  Customer: Customer;
  TimelineEntry: TimelineEntry;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
  TimelineEntry:
    ( { __typename: 'TimelineEntry' }
    & GraphQLRecursivePick<FederationTypes['TimelineEntry'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( TimelineEntryRow & { __typename: 'TimelineEntry' } );
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AnalyticsFreshness: ResolverTypeWrapper<Freshness>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  AnalyticsRebuild: ResolverTypeWrapper<StartedRebuild>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  AnalyticsRebuildPhase: AnalyticsRebuildPhase;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Count: ResolverTypeWrapper<Count>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Customer: ResolverTypeWrapper<CustomerRef>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  CustomerMetrics: ResolverTypeWrapper<CustomerMetricsRow>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  Employee: ResolverTypeWrapper<Employee>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RebuildAnalyticsInput: RebuildAnalyticsInput;
  RebuildAnalyticsPayload: ResolverTypeWrapper<Omit<RebuildAnalyticsPayload, 'rebuild' | 'userErrors'> & { rebuild?: Maybe<ResolversTypes['AnalyticsRebuild']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TimelineDetail: ResolverTypeWrapper<TimelineDetail>;
  TimelineEntry: ResolverTypeWrapper<TimelineEntryRow>;
  TimelineEntryConnection: ResolverTypeWrapper<Omit<TimelineEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['TimelineEntryEdge']>, nodes: ReadonlyArray<ResolversTypes['TimelineEntry']> }>;
  TimelineEntryEdge: ResolverTypeWrapper<Omit<TimelineEntryEdge, 'node'> & { node: ResolversTypes['TimelineEntry'] }>;
  TimelineFilter: TimelineFilter;
  TimelineSubject: ResolverTypeWrapper<TimelineSubject>;
  TimelineTypeFilter: TimelineTypeFilter;
  TopicFreshness: ResolverTypeWrapper<TopicFreshness>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AnalyticsFreshness: Freshness;
  Float: Scalars['Float']['output'];
  AnalyticsRebuild: StartedRebuild;
  Int: Scalars['Int']['output'];
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  String: Scalars['String']['output'];
  Count: Count;
  Boolean: Scalars['Boolean']['output'];
  Customer: CustomerRef;
  ID: Scalars['ID']['output'];
  CustomerMetrics: CustomerMetricsRow;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  Employee: Employee;
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PlainUserError: PlainUserError;
  Query: Record<PropertyKey, never>;
  RebuildAnalyticsInput: RebuildAnalyticsInput;
  RebuildAnalyticsPayload: Omit<RebuildAnalyticsPayload, 'rebuild' | 'userErrors'> & { rebuild?: Maybe<ResolversParentTypes['AnalyticsRebuild']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TimelineDetail: TimelineDetail;
  TimelineEntry: TimelineEntryRow;
  TimelineEntryConnection: Omit<TimelineEntryConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['TimelineEntryEdge']>, nodes: ReadonlyArray<ResolversParentTypes['TimelineEntry']> };
  TimelineEntryEdge: Omit<TimelineEntryEdge, 'node'> & { node: ResolversParentTypes['TimelineEntry'] };
  TimelineFilter: TimelineFilter;
  TimelineSubject: TimelineSubject;
  TimelineTypeFilter: TimelineTypeFilter;
  TopicFreshness: TopicFreshness;
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
};

export type AnalyticsFreshnessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnalyticsFreshness'] = ResolversParentTypes['AnalyticsFreshness']> = {
  measuredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lagSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  idleSeconds?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  topics?: Resolver<ReadonlyArray<ResolversTypes['TopicFreshness']>, ParentType, ContextType>;
  rebuild?: Resolver<Maybe<ResolversTypes['AnalyticsRebuild']>, ParentType, ContextType>;
};

export type AnalyticsRebuildResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AnalyticsRebuild'] = ResolversParentTypes['AnalyticsRebuild']> = {
  phase?: Resolver<ResolversTypes['AnalyticsRebuildPhase'], ParentType, ContextType>;
  generation?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
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

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  metrics?: Resolver<Maybe<ResolversTypes['CustomerMetrics']>, ParentType, ContextType, Partial<CustomerMetricsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  timeline?: Resolver<Maybe<ResolversTypes['TimelineEntryConnection']>, ParentType, ContextType, Partial<CustomerTimelineArgs>>;
};

export type CustomerMetricsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CustomerMetrics'] = ResolversParentTypes['CustomerMetrics']> = {
  measuredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  contacts?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  eventsInLast30Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventsInLast90Days?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastActivityAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  ageDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lifecycleChanges?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

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
  rebuildAnalytics: Resolver<ResolversTypes['RebuildAnalyticsPayload'], ParentType, ContextType, RequireFields<MutationRebuildAnalyticsArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'TimelineEntry', ParentType, ContextType>;
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

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  analyticsFreshness: Resolver<Maybe<ResolversTypes['AnalyticsFreshness']>, ParentType, ContextType>;
};

export type RebuildAnalyticsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RebuildAnalyticsPayload'] = ResolversParentTypes['RebuildAnalyticsPayload']> = {
  rebuild?: Resolver<Maybe<ResolversTypes['AnalyticsRebuild']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type TimelineDetailResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimelineDetail'] = ResolversParentTypes['TimelineDetail']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TimelineEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimelineEntry'] = ResolversParentTypes['TimelineEntry'], FederationReferenceType extends FederationReferenceTypes['TimelineEntry'] = FederationReferenceTypes['TimelineEntry']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['TimelineEntry']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  occurredAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['TimelineSubject'], ParentType, ContextType>;
  details?: Resolver<ReadonlyArray<ResolversTypes['TimelineDetail']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TimelineEntryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimelineEntryConnection'] = ResolversParentTypes['TimelineEntryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['TimelineEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type TimelineEntryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimelineEntryEdge'] = ResolversParentTypes['TimelineEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['TimelineEntry'], ParentType, ContextType>;
};

export type TimelineSubjectResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TimelineSubject'] = ResolversParentTypes['TimelineSubject']> = {
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type TopicFreshnessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TopicFreshness'] = ResolversParentTypes['TopicFreshness']> = {
  topic?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lastEventAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lagSeconds?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AnalyticsFreshness?: AnalyticsFreshnessResolvers<ContextType>;
  AnalyticsRebuild?: AnalyticsRebuildResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  Customer?: CustomerResolvers<ContextType>;
  CustomerMetrics?: CustomerMetricsResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Employee?: EmployeeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RebuildAnalyticsPayload?: RebuildAnalyticsPayloadResolvers<ContextType>;
  TimelineDetail?: TimelineDetailResolvers<ContextType>;
  TimelineEntry?: TimelineEntryResolvers<ContextType>;
  TimelineEntryConnection?: TimelineEntryConnectionResolvers<ContextType>;
  TimelineEntryEdge?: TimelineEntryEdgeResolvers<ContextType>;
  TimelineSubject?: TimelineSubjectResolvers<ContextType>;
  TopicFreshness?: TopicFreshnessResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

