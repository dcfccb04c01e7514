import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { FeatureResolvers, RequestContext } from '../../context.ts';
import type { Product, ProductId } from './product.rules.ts';
import { seenProduct } from './product.view.ts';

const productOf = (id: string, { products }: RequestContext) => {
  const known = parseId('Product', id);
  return known ? products.byId.load(known) : null;
};

type Decision = Result<ProductId, CommonRefusal>;

const payloadOf = async (decision: Decision, asked: string | null, context: RequestContext) => {
  const load = (id: string) => context.products.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Product', decision, asked, load, context.language);
  if (record) context.products.actionsOf.clear(record.id);
  return { product: record, userErrors: [...userErrors] };
};

/** Goes on when the input names a product, and answers with it as it is then. */
const onProduct = async <Input extends { readonly id: string }>(
  input: Input,
  context: RequestContext,
  go: (said: Input & { readonly id: ProductId }) => Promise<Decision>,
) => {
  const ids = idReader();
  const read = ids.result({ ...input, id: ids.id('Product', input.id, ['input', 'id']) });
  return payloadOf(read.ok ? await go(read.value) : read, input.id, context);
};

const seen = (product: Product, { caller }: RequestContext) => seenProduct(product, caller.access);
const employee = (id: string | null) => (id ? { id } : null);

export const productResolvers = {
  Query: {
    product: (_root, { id }, context) => productOf(id, context),
    products: async (_root, request, { products, caller }, info) => {
      const { page, totalCount } = await products.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createProduct: async (_root, { input }, context) =>
      payloadOf(await context.products.createProduct(context.caller, input), null, context),
    updateProduct: (_root, { input }, context) =>
      onProduct(input, context, (said) => context.products.updateProduct(context.caller, said)),
    publishProduct: (_root, { input }, context) =>
      onProduct(input, context, (said) => context.products.publishProduct(context.caller, said)),
    retireProduct: (_root, { input }, context) =>
      onProduct(input, context, (said) => context.products.retireProduct(context.caller, said)),
    deleteProduct: (_root, { input }, context) =>
      onProduct(input, context, (said) => context.products.deleteProduct(context.caller, said)),
    restoreProduct: (_root, { input }, context) =>
      onProduct(input, context, (said) => context.products.restoreProduct(context.caller, said)),
  },

  Product: {
    __resolveReference: ({ id }, context) => productOf(id, context),
    name: (product, _arguments, context) => seen(product, context).name,
    description: (product, _arguments, context) => seen(product, context).description,
    taxClass: (product, _arguments, context) => seen(product, context).taxClass,
    createdBy: ({ createdBy }) => employee(createdBy),
    updatedBy: ({ updatedBy }) => employee(updatedBy),
    availableActions: async ({ id }, _arguments, { products }) => (await products.actionsOf.load(id))?.actions ?? [],
  },
} satisfies FeatureResolvers;
