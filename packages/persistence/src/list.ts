import { type Result, accept, refuse } from '@crm/kernel';

import { type FilterFields, type FilterInput, compileFilter } from './filter.ts';
import {
  type List,
  type OrderTerm,
  type Page,
  type PageRefusal,
  type PageRequest,
  countRows,
  countRowsOf,
  fetchPage,
  fetchPagesOf,
} from './page.ts';
import { type Sql, type SqlParams, sqlParams } from './sql.ts';

/** What a list of one type of record can do: defined once, used by every query of that type. */
export type ListDefinition = {
  readonly columns: string;
  readonly from: string;
  readonly id: string;
  readonly filterFields: FilterFields;
  readonly orderFields: Readonly<Record<string, OrderField>>;
  readonly defaultOrder: readonly OrderBy[];
};

export type OrderField = Pick<OrderTerm, 'sql' | 'type'> & {
  readonly nullable?: boolean;
  /** The filter field it would uncover; checked like a filter. */
  readonly field: string;
};

export type OrderBy = {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
  readonly nulls?: 'FIRST' | 'LAST' | null;
};

export type ListRequest = PageRequest & {
  readonly filter?: FilterInput | null;
  readonly orderBy?: readonly OrderBy[] | null;
};

/** What is not the client's to choose: which rows there are for this reader, and which fields he may ask by. */
export type ListTerms = {
  readonly where: (params: SqlParams) => readonly string[];
  readonly mayUse: (field: string) => boolean;
  readonly count: boolean;
};

export type Listed<Row> = {
  readonly page: Result<Page<Row>, PageRefusal>;
  readonly totalCount: { readonly value: number; readonly isExact: boolean } | null;
};

/** One page of a list, and its length when asked: one query, or two. */
export const fetchList = async <Row extends object>(
  sql: Sql,
  definition: ListDefinition,
  request: ListRequest,
  terms: ListTerms,
): Promise<Listed<Row>> => {
  const checked = orderOf(definition, request, terms);
  if (!checked.ok) return { page: checked, totalCount: null };

  const list = () => listOf(definition, request.filter, checked.value, terms);
  const page = await fetchPage<Row>(sql, list(), request);
  return { page, totalCount: terms.count && page.ok ? await countRows(sql, list()) : null };
};

/** The same for each of several parents: two queries at most, however many there are. */
export const fetchListsOf = async <Row extends object>(
  sql: Sql,
  definition: ListDefinition,
  parent: string,
  parentIds: readonly string[],
  request: ListRequest,
  terms: ListTerms,
): Promise<ReadonlyMap<string, Listed<Row>>> => {
  const checked = orderOf(definition, request, terms);
  const forAll = (page: Result<never, PageRefusal>) => new Map(parentIds.map((id) => [id, { page, totalCount: null }]));
  if (!checked.ok) return forAll(checked);

  const list = () => listOf(definition, request.filter, checked.value, terms);
  const pages = await fetchPagesOf<Row>(sql, list(), parent, parentIds, request);
  if (!pages.ok) return forAll(pages);
  const counts = terms.count ? await countRowsOf(sql, list(), parent, parentIds) : null;
  return new Map(
    [...pages.value].map(([id, page]) => [id, { page: accept(page), totalCount: counts?.get(id) ?? null }]),
  );
};

/** The order, when neither it nor the filter asks by a field that the reader may not use. */
const orderOf = (
  { defaultOrder, orderFields }: ListDefinition,
  { filter, orderBy: wanted }: ListRequest,
  { mayUse }: ListTerms,
): Result<readonly OrderBy[], PageRefusal> => {
  const orderBy = wanted?.length ? wanted : defaultOrder;
  const asked = [...fieldsOf(filter), ...orderBy.map(({ field }) => orderFields[field]?.field ?? field)];
  const hidden = asked.find((field) => !mayUse(field));
  return hidden ? refuse({ kind: 'field-not-queryable', field: hidden }) : accept(orderBy);
};

/** The list as SQL, for one statement: its values are collected anew for each. */
export const listOf = (
  definition: ListDefinition,
  filter: FilterInput | null | undefined,
  orderBy: readonly OrderBy[],
  terms: Pick<ListTerms, 'where'>,
): List => {
  const params = sqlParams();
  return {
    columns: definition.columns,
    from: definition.from,
    id: definition.id,
    where: [...terms.where(params), compileFilter(filter, definition.filterFields, params)],
    params,
    order: orderBy.map((each) => termOf(definition, each)),
  };
};

const termOf = ({ orderFields }: ListDefinition, { field, direction, nulls }: OrderBy): OrderTerm => {
  const known = orderFields[field];
  if (!known) throw new TypeError(`no order field "${field}"`);
  return { sql: known.sql, type: known.type, direction, nulls: known.nullable ? (nulls ?? 'LAST') : null };
};

/** Every field a filter asks by, at any depth. */
const fieldsOf = (filter: FilterInput | null | undefined): readonly string[] =>
  Object.entries(filter ?? {}).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    // The schema says so: under these three names there are filters.
    if (name === 'and' || name === 'or') return (value as readonly FilterInput[]).flatMap(fieldsOf);
    // As above.
    return name === 'not' ? fieldsOf(value as FilterInput) : [name];
  });
