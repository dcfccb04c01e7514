import { connectionOf, idReader, isSelected, recordPayload } from '@crm/graphql';
import { type CommonRefusal, type Result, parseId } from '@crm/kernel';

import type { CreateContactInput, UpdateContactInput } from '../../__generated__/graphql.ts';
import type { FeatureResolvers, RequestContext } from '../../context.ts';
import { seenContactPoints } from '../../party/contact-point.view.ts';
import type { ContactUpdate } from './change-contact.commands.ts';
import type { ContactId } from './contact.rules.ts';
import { seenContact } from './contact.view.ts';
import type { NewContact } from './create-contact.command.ts';

const contactOf = (id: string, { contacts }: RequestContext) => {
  const known = parseId('Contact', id);
  return known ? contacts.byId.load(known) : null;
};

const payloadOf = async (decision: Result<ContactId, CommonRefusal>, asked: string | null, context: RequestContext) => {
  const load = (id: string) => context.contacts.byId.clear(id).load(id);
  const { record, userErrors } = await recordPayload('Contact', decision, asked, load, context.language);
  return { contact: record, userErrors: [...userErrors] };
};

const newContact = (input: CreateContactInput): Result<NewContact, CommonRefusal> => {
  const ids = idReader();
  return ids.result({
    ...input,
    customerId: ids.id('Customer', input.customerId, ['input', 'customerId']),
    reportsToId: ids.optional('Contact', input.reportsToId ?? null, ['input', 'reportsToId']),
  });
};

const contactUpdate = ({ reportsToId, ...input }: UpdateContactInput): Result<ContactUpdate, CommonRefusal> => {
  const ids = idReader();
  return ids.result({
    ...input,
    id: ids.id('Contact', input.id, ['input', 'id']),
    ...(reportsToId !== undefined && { reportsToId: ids.optional('Contact', reportsToId, ['input', 'reportsToId']) }),
  });
};

const identified = (input: { readonly id: string; readonly expectedVersion: number }) => {
  const ids = idReader();
  return ids.result({ ...input, id: ids.id('Contact', input.id, ['input', 'id']) });
};

export const contactResolvers = {
  Query: {
    contact: (_root, { id }, context) => contactOf(id, context),
    contacts: async (_root, request, { contacts, caller }, info) => {
      const { page, totalCount } = await contacts.list(caller, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Mutation: {
    createContact: async (_root, { input }, context) => {
      const said = newContact(input);
      return payloadOf(
        said.ok ? await context.contacts.createContact(context.caller, said.value) : said,
        null,
        context,
      );
    },
    updateContact: async (_root, { input }, context) => {
      const said = contactUpdate(input);
      return payloadOf(
        said.ok ? await context.contacts.updateContact(context.caller, said.value) : said,
        input.id,
        context,
      );
    },
    deleteContact: async (_root, { input }, context) => {
      const said = identified(input);
      return payloadOf(
        said.ok ? await context.contacts.deleteContact(context.caller, said.value) : said,
        input.id,
        context,
      );
    },
    restoreContact: async (_root, { input }, context) => {
      const said = identified(input);
      return payloadOf(
        said.ok ? await context.contacts.restoreContact(context.caller, said.value) : said,
        input.id,
        context,
      );
    },
  },

  Customer: {
    contacts: async ({ id }, request, { contacts }, info) => {
      const { page, totalCount } = await contacts.ofCustomers(id, request, isSelected(info, 'totalCount'));
      return connectionOf(page, totalCount);
    },
  },

  Contact: {
    __resolveReference: ({ id }, context) => contactOf(id, context),
    name: (contact, _arguments, { caller }) => seenContact(contact, caller.access).name,
    title: (contact, _arguments, { caller }) => seenContact(contact, caller.access).title,
    department: (contact, _arguments, { caller }) => seenContact(contact, caller.access).department,
    customer: ({ customerId }, _arguments, { customers }) => customers.byId.load(customerId),
    reportsTo: ({ reportsToId }, _arguments, context) => (reportsToId ? contactOf(reportsToId, context) : null),
    contactPoints: async ({ id }, _arguments, { contacts, caller }) =>
      seenContactPoints(await contacts.contactPointsOf.load(id), caller.access, 'Contact'),
    createdBy: ({ createdBy }, _arguments, { employees }) => (createdBy ? employees.byId.load(createdBy) : null),
    updatedBy: ({ updatedBy }, _arguments, { employees }) => (updatedBy ? employees.byId.load(updatedBy) : null),
  },
} satisfies FeatureResolvers;
