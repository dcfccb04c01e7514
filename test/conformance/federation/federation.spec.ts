import { type Federation, aFederation } from '../../../gateway/src/executor/fixtures/federation.builder.ts';
import { SUITES } from './suites.builder.ts';

const pathsOf = (errors: readonly { readonly path?: readonly (string | number)[] | undefined }[]) =>
  errors.map(({ path }) => JSON.stringify(path)).sort();

/** The cases that every gateway of a federation is tried with: what a single service with all the data would answer. */
describe.each(SUITES)('a federated graph: $name', ({ subgraphs, cases }) => {
  let federation: Federation;
  beforeAll(async () => {
    federation = await aFederation(subgraphs);
  });
  afterAll(() => federation.stop());

  it.each(cases.filter(({ wrong = [] }) => !wrong.includes('ours')))(
    'answers: $title',
    async ({ ask, variables = {}, data, errors = [] }) => {
      const answer = await federation.execute(ask, { variables });

      expect(answer.data).toEqual(data);
      expect(pathsOf(answer.errors)).toEqual(errors.map((path) => JSON.stringify(path)).sort());
    },
  );

  const known = cases.flatMap((each) => (each.wrong ?? []).map((executor) => ({ ...each, executor })));
  if (known.length > 0) {
    it.each(known)('is known to be answered otherwise by $executor: $title', async (each) => {
      const { executor, ask, variables = {}, data, errors = [] } = each;
      const answer = await (executor === 'ours' ? federation.execute : federation.stock)(ask, { variables });
      const told = { data: answer.data, errors: pathsOf(answer.errors) };

      expect(told).not.toEqual({ data, errors: errors.map((path) => JSON.stringify(path)).sort() });
    });
  }
});
