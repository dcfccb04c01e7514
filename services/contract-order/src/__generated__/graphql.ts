import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Contract as ContractRow, CustomerReference } from '../features/contracts/contract.rules.ts';
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

export type ArchiveContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The contract, or why nothing changed. */
export type ArchiveContractPayload = {
  readonly __typename?: 'ArchiveContractPayload';
  readonly contract: Maybe<Contract>;
  readonly userErrors: ReadonlyArray<UserError>;
};

export type AssignContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly ownerId: Scalars['ID']['input'];
};

/** The contract with its new owner, or why nothing changed. */
export type AssignContractPayload = {
  readonly __typename?: 'AssignContractPayload';
  readonly contract: Maybe<Contract>;
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

/** What was agreed with a customer. */
export type Contract = Node & {
  readonly __typename?: 'Contract';
  readonly id: Scalars['ID']['output'];
  /** Human readable, unique within the company: `CT-000042`. */
  readonly contractNo: Scalars['String']['output'];
  readonly name: Scalars['String']['output'];
  readonly type: ContractType;
  readonly customer: Maybe<Customer>;
  /** Null: hidden from you. */
  readonly amount: Maybe<Money>;
  /** Its first day. */
  readonly startOn: Maybe<Scalars['Date']['output']>;
  /** Its last day. */
  readonly endOn: Maybe<Scalars['Date']['output']>;
  readonly status: ContractStatus;
  /** Why it was given up; null unless it was. */
  readonly voidedBecause: Maybe<Scalars['String']['output']>;
  /** Put away, since it is over. */
  readonly isArchived: Scalars['Boolean']['output'];
  /** Who looks after it; null: nobody, or hidden from you. */
  readonly owner: Maybe<Employee>;
  /** The owner's department. */
  readonly department: Maybe<Department>;
  /** What the reader may do to it now. */
  readonly availableActions: ReadonlyArray<ContractAction>;
  /** For `expectedVersion`. */
  readonly version: Scalars['Int']['output'];
  readonly createdAt: Scalars['DateTime']['output'];
  readonly createdBy: Maybe<Employee>;
  readonly updatedAt: Scalars['DateTime']['output'];
  readonly updatedBy: Maybe<Employee>;
  /** Null: live. */
  readonly deletedAt: Maybe<Scalars['DateTime']['output']>;
};

export type ContractAction =
  | 'UPDATE'
  | 'ASSIGN'
  | 'VOID'
  | 'ARCHIVE'
  | 'DELETE'
  | 'RESTORE';

export type ContractConnection = {
  readonly __typename?: 'ContractConnection';
  readonly edges: ReadonlyArray<ContractEdge>;
  readonly nodes: ReadonlyArray<Contract>;
  readonly pageInfo: PageInfo;
  /** Counted only when asked, and only so far. */
  readonly totalCount: Maybe<Count>;
};

export type ContractEdge = {
  readonly __typename?: 'ContractEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Contract;
};

export type ContractFilter = {
  readonly and?: InputMaybe<ReadonlyArray<ContractFilter>>;
  readonly or?: InputMaybe<ReadonlyArray<ContractFilter>>;
  readonly not?: InputMaybe<ContractFilter>;
  readonly id?: InputMaybe<IdFilter>;
  readonly contractNo?: InputMaybe<TextFilter>;
  readonly name?: InputMaybe<TextFilter>;
  readonly type?: InputMaybe<ContractTypeFilter>;
  readonly customerId?: InputMaybe<IdFilter>;
  readonly currency?: InputMaybe<TextFilter>;
  readonly startOn?: InputMaybe<DateFilter>;
  readonly endOn?: InputMaybe<DateFilter>;
  readonly status?: InputMaybe<ContractStatusFilter>;
  readonly isArchived?: InputMaybe<BooleanFilter>;
  readonly ownerId?: InputMaybe<IdFilter>;
  readonly departmentId?: InputMaybe<IdFilter>;
  readonly createdAt?: InputMaybe<DateTimeFilter>;
  readonly updatedAt?: InputMaybe<DateTimeFilter>;
  /** Deleted ones instead of live ones: for those who may restore. */
  readonly isDeleted?: InputMaybe<BooleanFilter>;
};

export type ContractOrder = {
  readonly field: ContractOrderField;
  readonly direction: OrderDirection;
  readonly nulls?: InputMaybe<NullsOrder>;
};

export type ContractOrderField =
  | 'NAME'
  | 'CONTRACT_NO'
  | 'START_ON'
  | 'END_ON'
  | 'CREATED_AT'
  | 'UPDATED_AT';

export type ContractStatus =
  | 'DRAFT'
  /** Given up, with a reason. */
  | 'VOIDED';

export type ContractStatusFilter = {
  readonly eq?: InputMaybe<ContractStatus>;
  readonly in?: InputMaybe<ReadonlyArray<ContractStatus>>;
};

export type ContractType =
  /** For one delivery. */
  | 'ONE_OFF'
  | 'ANNUAL'
  /** Orders call off from it. */
  | 'FRAMEWORK'
  | 'SUBSCRIPTION'
  | 'SERVICE';

export type ContractTypeFilter = {
  readonly eq?: InputMaybe<ContractType>;
  readonly in?: InputMaybe<ReadonlyArray<ContractType>>;
};

/** A number of rows, counted up to a limit. */
export type Count = {
  readonly __typename?: 'Count';
  readonly value: Scalars['Int']['output'];
  /** False when there are more than `value`. */
  readonly isExact: Scalars['Boolean']['output'];
};

export type CreateContractInput = {
  /** The same key and input give the same contract, for 24 hours. */
  readonly idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  readonly customerId: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  readonly type: ContractType;
  /** With no more decimals than the currency has. */
  readonly amount: MoneyInput;
  /** Its first day. */
  readonly startOn?: InputMaybe<Scalars['Date']['input']>;
  /** Its last day. */
  readonly endOn?: InputMaybe<Scalars['Date']['input']>;
  /** Another owner than you: for those who may assign. */
  readonly ownerId?: InputMaybe<Scalars['ID']['input']>;
};

/** The new contract, or why there is none. */
export type CreateContractPayload = {
  readonly __typename?: 'CreateContractPayload';
  readonly contract: Maybe<Contract>;
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A company or a person we know. */
export type Customer = {
  readonly __typename?: 'Customer';
  /** What was agreed with the customer, as far as you may see it. Default order: newest first. */
  readonly contracts: ContractConnection;
  readonly id: Scalars['ID']['output'];
};


/** A company or a person we know. */
export type CustomerContractsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContractFilter>;
  orderBy?: InputMaybe<ReadonlyArray<ContractOrder>>;
};

export type DateFilter = {
  readonly gte?: InputMaybe<Scalars['Date']['input']>;
  readonly gt?: InputMaybe<Scalars['Date']['input']>;
  readonly lte?: InputMaybe<Scalars['Date']['input']>;
  readonly lt?: InputMaybe<Scalars['Date']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DateTimeFilter = {
  readonly gte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly gt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lte?: InputMaybe<Scalars['DateTime']['input']>;
  readonly lt?: InputMaybe<Scalars['DateTime']['input']>;
  readonly isNull?: InputMaybe<Scalars['Boolean']['input']>;
};

export type DeleteContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The contract as it was deleted, or why it was not. */
export type DeleteContractPayload = {
  readonly __typename?: 'DeleteContractPayload';
  readonly contract: Maybe<Contract>;
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

export type MoneyInput = {
  readonly amount: Scalars['Decimal']['input'];
  readonly currency: Scalars['CurrencyCode']['input'];
};

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Drafts a contract with a customer. You become the owner unless you name another. */
  readonly createContract: CreateContractPayload;
  /** Changes a draft. */
  readonly updateContract: UpdateContractPayload;
  /** Gives a contract to another employee. */
  readonly assignContract: AssignContractPayload;
  /** Gives a contract up, and says why. */
  readonly voidContract: VoidContractPayload;
  /** Puts a contract that is over out of the way. */
  readonly archiveContract: ArchiveContractPayload;
  /** Puts a contract into the bin. */
  readonly deleteContract: DeleteContractPayload;
  /** Takes a deleted contract back. */
  readonly restoreContract: RestoreContractPayload;
};


export type MutationCreateContractArgs = {
  input: CreateContractInput;
};


export type MutationUpdateContractArgs = {
  input: UpdateContractInput;
};


export type MutationAssignContractArgs = {
  input: AssignContractInput;
};


export type MutationVoidContractArgs = {
  input: VoidContractInput;
};


export type MutationArchiveContractArgs = {
  input: ArchiveContractInput;
};


export type MutationDeleteContractArgs = {
  input: DeleteContractInput;
};


export type MutationRestoreContractArgs = {
  input: RestoreContractInput;
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

/** A refusal that its code and path explain. */
export type PlainUserError = UserError & {
  readonly __typename?: 'PlainUserError';
  readonly code: UserErrorCode;
  readonly message: Scalars['String']['output'];
  readonly path: ReadonlyArray<Scalars['String']['output']>;
};

export type Query = {
  readonly __typename?: 'Query';
  /** One contract; null when it does not exist or you may not see it. */
  readonly contract: Maybe<Contract>;
  /** Contracts you may see. Default order: newest first. */
  readonly contracts: ContractConnection;
};


export type QueryContractArgs = {
  id: Scalars['ID']['input'];
};


export type QueryContractsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  after?: InputMaybe<Scalars['String']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<ContractFilter>;
  search?: InputMaybe<Scalars['String']['input']>;
  orderBy?: InputMaybe<ReadonlyArray<ContractOrder>>;
};

export type RestoreContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
};

/** The contract, or why it stays deleted. */
export type RestoreContractPayload = {
  readonly __typename?: 'RestoreContractPayload';
  readonly contract: Maybe<Contract>;
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

/** A field left out stays; null clears it. The customer stays for good. */
export type UpdateContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly name?: InputMaybe<Scalars['String']['input']>;
  readonly type?: InputMaybe<ContractType>;
  readonly amount?: InputMaybe<MoneyInput>;
  readonly startOn?: InputMaybe<Scalars['Date']['input']>;
  readonly endOn?: InputMaybe<Scalars['Date']['input']>;
};

/** The changed contract; a conflict carries the contract as it is now. */
export type UpdateContractPayload = {
  readonly __typename?: 'UpdateContractPayload';
  readonly contract: Maybe<Contract>;
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

export type VoidContractInput = {
  readonly id: Scalars['ID']['input'];
  readonly expectedVersion: Scalars['Int']['input'];
  readonly reason: Scalars['String']['input'];
};

/** The contract, or why nothing changed. */
export type VoidContractPayload = {
  readonly __typename?: 'VoidContractPayload';
  readonly contract: Maybe<Contract>;
  readonly userErrors: ReadonlyArray<UserError>;
};



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
  Contract: Contract;
  Customer: Customer;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Contract:
    ( { __typename: 'Contract' }
    & GraphQLRecursivePick<FederationTypes['Contract'], {"id":true}> );
  Customer:
    ( { __typename: 'Customer' }
    & GraphQLRecursivePick<FederationTypes['Customer'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node: ( ContractRow & { __typename: 'Contract' } );
  UserError:
    | ( Omit<ConflictError, 'current'> & { current?: Maybe<_RefType['Node']> } & { __typename: 'ConflictError' } )
    | ( ForbiddenError & { __typename: 'ForbiddenError' } )
    | ( IllegalTransitionError & { __typename: 'IllegalTransitionError' } )
    | ( PlainUserError & { __typename: 'PlainUserError' } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  ArchiveContractInput: ArchiveContractInput;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ArchiveContractPayload: ResolverTypeWrapper<Omit<ArchiveContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  AssignContractInput: AssignContractInput;
  AssignContractPayload: ResolverTypeWrapper<Omit<AssignContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  BooleanFilter: BooleanFilter;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  ConflictError: ResolverTypeWrapper<Omit<ConflictError, 'current'> & { current?: Maybe<ResolversTypes['Node']> }>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Contract: ResolverTypeWrapper<ContractRow>;
  ContractAction: ContractAction;
  ContractConnection: ResolverTypeWrapper<Omit<ContractConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversTypes['ContractEdge']>, nodes: ReadonlyArray<ResolversTypes['Contract']> }>;
  ContractEdge: ResolverTypeWrapper<Omit<ContractEdge, 'node'> & { node: ResolversTypes['Contract'] }>;
  ContractFilter: ContractFilter;
  ContractOrder: ContractOrder;
  ContractOrderField: ContractOrderField;
  ContractStatus: ContractStatus;
  ContractStatusFilter: ContractStatusFilter;
  ContractType: ContractType;
  ContractTypeFilter: ContractTypeFilter;
  Count: ResolverTypeWrapper<Count>;
  CreateContractInput: CreateContractInput;
  CreateContractPayload: ResolverTypeWrapper<Omit<CreateContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  CurrencyCode: ResolverTypeWrapper<Scalars['CurrencyCode']['output']>;
  Customer: ResolverTypeWrapper<CustomerReference>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateFilter: DateFilter;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DateTimeFilter: DateTimeFilter;
  Decimal: ResolverTypeWrapper<Scalars['Decimal']['output']>;
  DeleteContractInput: DeleteContractInput;
  DeleteContractPayload: ResolverTypeWrapper<Omit<DeleteContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Department: ResolverTypeWrapper<Department>;
  Employee: ResolverTypeWrapper<Employee>;
  ForbiddenError: ResolverTypeWrapper<ForbiddenError>;
  IdFilter: IdFilter;
  IllegalTransitionError: ResolverTypeWrapper<IllegalTransitionError>;
  Money: ResolverTypeWrapper<Money>;
  MoneyInput: MoneyInput;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NullsOrder: NullsOrder;
  OrderDirection: OrderDirection;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PlainUserError: ResolverTypeWrapper<PlainUserError>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RestoreContractInput: RestoreContractInput;
  RestoreContractPayload: ResolverTypeWrapper<Omit<RestoreContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  TextFilter: TextFilter;
  UpdateContractInput: UpdateContractInput;
  UpdateContractPayload: ResolverTypeWrapper<Omit<UpdateContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['UserError']>;
  UserErrorCode: UserErrorCode;
  VoidContractInput: VoidContractInput;
  VoidContractPayload: ResolverTypeWrapper<Omit<VoidContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversTypes['Contract']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  ArchiveContractInput: ArchiveContractInput;
  ID: Scalars['ID']['output'];
  Int: Scalars['Int']['output'];
  ArchiveContractPayload: Omit<ArchiveContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  AssignContractInput: AssignContractInput;
  AssignContractPayload: Omit<AssignContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  BooleanFilter: BooleanFilter;
  Boolean: Scalars['Boolean']['output'];
  ConflictError: Omit<ConflictError, 'current'> & { current?: Maybe<ResolversParentTypes['Node']> };
  String: Scalars['String']['output'];
  Contract: ContractRow;
  ContractConnection: Omit<ContractConnection, 'edges' | 'nodes'> & { edges: ReadonlyArray<ResolversParentTypes['ContractEdge']>, nodes: ReadonlyArray<ResolversParentTypes['Contract']> };
  ContractEdge: Omit<ContractEdge, 'node'> & { node: ResolversParentTypes['Contract'] };
  ContractFilter: ContractFilter;
  ContractOrder: ContractOrder;
  ContractStatusFilter: ContractStatusFilter;
  ContractTypeFilter: ContractTypeFilter;
  Count: Count;
  CreateContractInput: CreateContractInput;
  CreateContractPayload: Omit<CreateContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  CurrencyCode: Scalars['CurrencyCode']['output'];
  Customer: CustomerReference;
  Date: Scalars['Date']['output'];
  DateFilter: DateFilter;
  DateTime: Scalars['DateTime']['output'];
  DateTimeFilter: DateTimeFilter;
  Decimal: Scalars['Decimal']['output'];
  DeleteContractInput: DeleteContractInput;
  DeleteContractPayload: Omit<DeleteContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Department: Department;
  Employee: Employee;
  ForbiddenError: ForbiddenError;
  IdFilter: IdFilter;
  IllegalTransitionError: IllegalTransitionError;
  Money: Money;
  MoneyInput: MoneyInput;
  Mutation: Record<PropertyKey, never>;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  PageInfo: PageInfo;
  PlainUserError: PlainUserError;
  Query: Record<PropertyKey, never>;
  RestoreContractInput: RestoreContractInput;
  RestoreContractPayload: Omit<RestoreContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  TextFilter: TextFilter;
  UpdateContractInput: UpdateContractInput;
  UpdateContractPayload: Omit<UpdateContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: ResolversInterfaceTypes<ResolversParentTypes>['UserError'];
  VoidContractInput: VoidContractInput;
  VoidContractPayload: Omit<VoidContractPayload, 'contract' | 'userErrors'> & { contract?: Maybe<ResolversParentTypes['Contract']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
};

export type ArchiveContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ArchiveContractPayload'] = ResolversParentTypes['ArchiveContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AssignContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AssignContractPayload'] = ResolversParentTypes['AssignContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
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

export type ContractResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Contract'] = ResolversParentTypes['Contract'], FederationReferenceType extends FederationReferenceTypes['Contract'] = FederationReferenceTypes['Contract']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Contract']> | FederationReferenceType, FederationReferenceType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  contractNo?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['ContractType'], ParentType, ContextType>;
  customer?: Resolver<Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  amount?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  startOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  endOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ContractStatus'], ParentType, ContextType>;
  voidedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isArchived?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['Department']>, ParentType, ContextType>;
  availableActions?: Resolver<ReadonlyArray<ResolversTypes['ContractAction']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  updatedBy?: Resolver<Maybe<ResolversTypes['Employee']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ContractConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractConnection'] = ResolversParentTypes['ContractConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ContractEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Contract']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Count']>, ParentType, ContextType>;
};

export type ContractEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ContractEdge'] = ResolversParentTypes['ContractEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Contract'], ParentType, ContextType>;
};

export type CountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Count'] = ResolversParentTypes['Count']> = {
  value?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isExact?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type CreateContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateContractPayload'] = ResolversParentTypes['CreateContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface CurrencyCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CurrencyCode'], any> {
  name: 'CurrencyCode';
}

export type CustomerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer'], FederationReferenceType extends FederationReferenceTypes['Customer'] = FederationReferenceTypes['Customer']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Customer']> | FederationReferenceType, FederationReferenceType, ContextType>;
  contracts?: Resolver<ResolversTypes['ContractConnection'], ParentType, ContextType, Partial<CustomerContractsArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export interface DecimalScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Decimal'], any> {
  name: 'Decimal';
}

export type DeleteContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteContractPayload'] = ResolversParentTypes['DeleteContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
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
  createContract: Resolver<ResolversTypes['CreateContractPayload'], ParentType, ContextType, RequireFields<MutationCreateContractArgs, 'input'>>;
  updateContract: Resolver<ResolversTypes['UpdateContractPayload'], ParentType, ContextType, RequireFields<MutationUpdateContractArgs, 'input'>>;
  assignContract: Resolver<ResolversTypes['AssignContractPayload'], ParentType, ContextType, RequireFields<MutationAssignContractArgs, 'input'>>;
  voidContract: Resolver<ResolversTypes['VoidContractPayload'], ParentType, ContextType, RequireFields<MutationVoidContractArgs, 'input'>>;
  archiveContract: Resolver<ResolversTypes['ArchiveContractPayload'], ParentType, ContextType, RequireFields<MutationArchiveContractArgs, 'input'>>;
  deleteContract: Resolver<ResolversTypes['DeleteContractPayload'], ParentType, ContextType, RequireFields<MutationDeleteContractArgs, 'input'>>;
  restoreContract: Resolver<ResolversTypes['RestoreContractPayload'], ParentType, ContextType, RequireFields<MutationRestoreContractArgs, 'input'>>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Contract', ParentType, ContextType>;
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
  contract: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType, RequireFields<QueryContractArgs, 'id'>>;
  contracts: Resolver<ResolversTypes['ContractConnection'], ParentType, ContextType, Partial<QueryContractsArgs>>;
};

export type RestoreContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RestoreContractPayload'] = ResolversParentTypes['RestoreContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UpdateContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UpdateContractPayload'] = ResolversParentTypes['UpdateContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  __resolveType: TypeResolveFn<'ConflictError' | 'ForbiddenError' | 'IllegalTransitionError' | 'PlainUserError', ParentType, ContextType>;
};

export type VoidContractPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VoidContractPayload'] = ResolversParentTypes['VoidContractPayload']> = {
  contract?: Resolver<Maybe<ResolversTypes['Contract']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  ArchiveContractPayload?: ArchiveContractPayloadResolvers<ContextType>;
  AssignContractPayload?: AssignContractPayloadResolvers<ContextType>;
  ConflictError?: ConflictErrorResolvers<ContextType>;
  Contract?: ContractResolvers<ContextType>;
  ContractConnection?: ContractConnectionResolvers<ContextType>;
  ContractEdge?: ContractEdgeResolvers<ContextType>;
  Count?: CountResolvers<ContextType>;
  CreateContractPayload?: CreateContractPayloadResolvers<ContextType>;
  CurrencyCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Decimal?: GraphQLScalarType;
  DeleteContractPayload?: DeleteContractPayloadResolvers<ContextType>;
  Department?: DepartmentResolvers<ContextType>;
  Employee?: EmployeeResolvers<ContextType>;
  ForbiddenError?: ForbiddenErrorResolvers<ContextType>;
  IllegalTransitionError?: IllegalTransitionErrorResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PlainUserError?: PlainUserErrorResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RestoreContractPayload?: RestoreContractPayloadResolvers<ContextType>;
  UpdateContractPayload?: UpdateContractPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VoidContractPayload?: VoidContractPayloadResolvers<ContextType>;
};

