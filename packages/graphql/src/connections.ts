import type { ListRequest, Listed, Page, PageRefusal } from '@crm/persistence';
import DataLoader from 'dataloader';
import { type FieldNode, GraphQLError, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

import type { Result } from '@crm/kernel';

export type Connection<Node> = {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: { readonly value: number; readonly isExact: boolean } | null;
};

/** A page as a Relay connection. A page that cannot be had (size, cursor) is the client's mistake: it throws BAD_USER_INPUT. */
export const connectionOf = <Node>(
  page: Result<Page<Node>, PageRefusal>,
  totalCount: Connection<Node>['totalCount'],
): Connection<Node> => {
  if (!page.ok) {
    const code = page.refusal.kind === 'field-not-queryable' ? 'FORBIDDEN' : 'BAD_USER_INPUT';
    throw new GraphQLError(sayWhy(page.refusal), { extensions: { code } });
  }
  const { edges, hasNextPage, hasPreviousPage } = page.value;
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    pageInfo: {
      hasNextPage,
      hasPreviousPage,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
};

const sayWhy = (refusal: PageRefusal) => {
  switch (refusal.kind) {
    case 'page-size-out-of-range':
      return `"${refusal.argument}" must be from 0 to ${String(refusal.max)}.`;
    case 'first-and-last':
      return 'Give "first" or "last", not both.';
    case 'bad-cursor':
      return `"${refusal.argument}" is not a cursor of this list in this order.`;
    case 'field-not-queryable':
      return `Your role may not filter or order by "${refusal.field}".`;
  }
};

/** Whether the client asked for a field of what is being resolved: what nobody asked for is not counted. */
export const isSelected = (info: GraphQLResolveInfo, field: string): boolean =>
  info.fieldNodes.some(({ selectionSet }) => selectionSet && selects(selectionSet, field, info.fragments));

const selects = (set: SelectionSetNode, field: string, fragments: GraphQLResolveInfo['fragments']): boolean =>
  set.selections.some((each: SelectionSetNode['selections'][number]) => {
    if (each.kind === Kind.FIELD) return (each satisfies FieldNode).name.value === field;
    const inner = each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments[each.name.value]?.selectionSet;
    return inner !== undefined && selects(inner, field, fragments);
  });

/**
 * Loads a page of each of several lists at once, as long as they are asked for in the same way: the field of every
 * element of a list costs one query together.
 */
export const pagesLoaderOf = <Row>(
  fetch: (ids: readonly string[], request: ListRequest, count: boolean) => Promise<ReadonlyMap<string, Listed<Row>>>,
) => {
  const loaders = new Map<string, DataLoader<string, Listed<Row>>>();
  return (id: string, request: ListRequest, count: boolean): Promise<Listed<Row>> => {
    const asked = JSON.stringify([request, count]);
    const loader =
      loaders.get(asked) ??
      new DataLoader<string, Listed<Row>>(async (ids) => {
        const found = await fetch(ids, request, count);
        return ids.map((each) => found.get(each) ?? new Error(`no page for ${each}`));
      });
    loaders.set(asked, loader);
    return loader.load(id);
  };
};
