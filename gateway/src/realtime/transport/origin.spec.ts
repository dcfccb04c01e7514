import { mayConnect } from './origin.ts';

const ALLOWED = ['https://app.example'];
const connects = (origin: string | undefined) =>
  mayConnect({ headers: { host: 'graph.example:4000', ...(origin !== undefined && { origin }) } }, ALLOWED);

describe('who may open a socket', () => {
  it.each([
    ['a page of this very address', 'http://graph.example:4000'],
    ['a page of a listed origin', 'https://app.example'],
    ['a program, which has no origin', undefined],
  ])('%s may', (_, origin) => {
    expect(connects(origin)).toBe(true);
  });

  it.each([
    ['a foreign page', 'https://evil.example'],
    ['a page whose name begins like ours', 'https://app.example.evil.example'],
    ['another port of this host', 'http://graph.example:4001'],
    ['a listed host without encryption', 'http://app.example'],
    ['a page of nowhere', 'null'],
  ])('%s may not', (_, origin) => {
    expect(connects(origin)).toBe(false);
  });
});
