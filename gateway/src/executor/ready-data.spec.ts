import { readyData, stringifyAnswer } from './ready-data.ts';

describe('an answer whose data is JSON already', () => {
  it('is written as it is, between what else there is to say', () => {
    const answer = { errors: [{ message: 'no' }], data: readyData(Buffer.from('{"a":null}')), extensions: undefined };
    expect(stringifyAnswer(answer)).toBe('{"errors":[{"message":"no"}],"data":{"a":null}}\n');
    expect(stringifyAnswer({ data: null })).toBe('{"data":null}\n');
  });

  it('is its data to whoever writes it otherwise', () => {
    expect(JSON.parse(JSON.stringify({ data: readyData(Buffer.from('{"a":[1]}')) }))).toEqual({ data: { a: [1] } });
  });
});
