import { type HTTPGraphQLResponse, HeaderMap } from '@apollo/server';

import { readyData, stringifyAnswer } from './ready-data.ts';
import { answered } from './answered.ts';

const said = (text: string): HTTPGraphQLResponse => ({
  headers: new HeaderMap(),
  body: { kind: 'complete', string: text },
});

describe('an answer as it is sent', () => {
  it('has the bytes of the data, and what else there is to say', async () => {
    const { bytes } = await answered((take) => {
      const data = readyData(Buffer.from('{"name":"客"}'), take);
      return Promise.resolve(said(stringifyAnswer({ errors: [{ message: 'é' }], data, extensions: undefined })));
    });
    expect(bytes?.toString()).toBe('{"errors":[{"message":"é"}],"data":{"name":"客"}}\n');
  });

  it('has the bytes of the text when there are no data', async () => {
    const { bytes } = await answered(() => Promise.resolve(said(stringifyAnswer({ errors: [{ message: 'é' }] }))));
    expect(bytes?.toString()).toBe('{"errors":[{"message":"é"}]}\n');
  });

  it('is the text when @apollo/server answers otherwise after all', async () => {
    const { bytes } = await answered((take) => {
      stringifyAnswer({ data: readyData(Buffer.from('{"secret":1}'), take) });
      return Promise.resolve(said('{"errors":[]}\n'));
    });
    expect(bytes?.toString()).toBe('{"errors":[]}\n');
  });
});
