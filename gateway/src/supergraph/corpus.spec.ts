import { createCorpus } from './corpus.ts';

const MINUTE = 60_000;
const asked = (document: string) => ({ document, operationName: null });

const clock = () => {
  let at = 1;
  return {
    now: () => at,
    pass: (ms: number) => {
      at += ms;
    },
  };
};

describe('what clients have been asking', () => {
  it('is told with the most used first', () => {
    const corpus = createCorpus();
    for (const each of ['{ rare }', '{ usual }', '{ usual }', '{ frequent }', '{ frequent }', '{ frequent }']) {
      corpus.record(each, asked(each));
    }
    expect(corpus.top(2)).toEqual([asked('{ frequent }'), asked('{ usual }')]);
  });

  it('holds each operation of a document by itself', () => {
    const corpus = createCorpus();
    const document = 'query a { a } query b { b }';
    for (const operationName of ['a', 'b', 'b']) corpus.record('h', { document, operationName });
    expect(corpus.top(10).map(({ operationName }) => operationName)).toEqual(['b', 'a']);
  });

  it('is forgotten when nobody has asked it for a quarter of an hour', () => {
    const { now, pass } = clock();
    const corpus = createCorpus(now);
    corpus.record('old', asked('{ old }'));
    corpus.record('kept', asked('{ kept }'));
    pass(10 * MINUTE);
    corpus.record('kept', asked('{ kept }'));
    pass(10 * MINUTE);
    expect(corpus.top(10)).toEqual([asked('{ kept }')]);
  });

  it('takes no more room for a million different documents than for a thousand', () => {
    const corpus = createCorpus();
    for (let n = 0; n < 5_000; n++) corpus.record(String(n), asked(`{ field${String(n)} }`));
    expect(corpus.top(Infinity)).toHaveLength(1_000);
    for (let n = 0; n < 5; n++) corpus.record(`large ${String(n)}`, asked('x'.repeat(1024 * 1024)));
    const characters = corpus.top(Infinity).reduce((sum, { document }) => sum + document.length, 0);
    expect(characters).toBeLessThanOrEqual(4 * 1024 * 1024);
  });
});
