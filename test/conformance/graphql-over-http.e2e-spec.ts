import { STANDARD_DOOR } from '@crm/gateway';
import { serverAudits } from 'graphql-http';

import { aCompany, tokenOf } from '../support/client.ts';
import { suiteUnderTest } from '../support/config.ts';
import { aProductionGateway } from './production.builder.ts';

/** Every audit of GraphQL over HTTP that is not passed without a remark, by its id. */
const remarks = async (gateway: string) => {
  const token = await tokenOf((await aCompany()).person);
  const fetchFn = (url: string, { headers, ...init }: RequestInit = {}) => {
    // Given as a record; the header that CSRF prevention asks of a GET is no part of the audit.
    const signed = {
      ...(headers as Readonly<Record<string, string>>),
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': '1',
    };
    return fetch(url, { ...init, headers: signed });
  };
  const audits = serverAudits({ url: `${gateway}/graphql`, fetchFn });
  const results = await Promise.all(audits.map(async ({ id, fn }) => ({ id, status: (await fn()).status })));
  return {
    count: results.length,
    remarks: results
      .filter(({ status }) => status !== 'ok')
      .map(({ id }) => id)
      .sort(),
  };
};

describe('GraphQL over HTTP', () => {
  it('is spoken as the specification says: 61 audits of 61', async () => {
    expect(await remarks(suiteUnderTest().gateway)).toEqual({ count: 61, remarks: [] });
  });

  it.each([
    ['GET_QUERIES and INTROSPECTION', { introspection: true, documents: STANDARD_DOOR.documents }, []],
    // These ask about the schema.
    ['GET_QUERIES alone', { documents: STANDARD_DOOR.documents }, ['28B9', '2EA1', '6A70', 'D6D5']],
    // These send a query in the address.
    ['INTROSPECTION alone', { introspection: true }, ['6A70', 'D6D5']],
  ])(
    'is spoken in production as well, but for what is switched off: with %s switched on',
    async (_, switches, left) => {
      const production = await aProductionGateway(switches);
      const found = await remarks(production.url);
      await production.stop();
      expect(found).toEqual({ count: 61, remarks: left });
    },
  );
});
