import type { AskSubgraph, SubgraphAnswer } from './ask.ts';
import { type Batch, type Known, batchOf } from './batch.ts';
import type { Asked, Fetch } from './fetch.ts';
import type { Plan } from './plan.ts';
import { type Template, bodyOf, templateOf } from './request.ts';
import { type Gathered, settleEntities, settleRoot } from './settle.ts';

export type Asking = Gathered & {
  readonly plan: Pick<Plan, 'templates'>;
  readonly ask: AskSubgraph;
  /** As the client gave them. */
  readonly variables: Readonly<Record<string, unknown>>;
};

/** Beyond so many, texts of requests are put together anew each time. */
const MOST_TEMPLATES = 256;

export const askRoot = async (asking: Asking, { subgraph, isMutation, asked }: Fetch) => {
  const template = templateFor(asking, isMutation ? 'mutation' : 'query', [asked]);
  settleRoot(asking, asked, await send(asking, subgraph, template, []));
};

/** What fetches that travel together ask about: a batch for each question, none for one about nothing. */
export const batchesOf = (asking: Asking & Pick<Known, 'isShared' | 'asked'>, fetches: readonly Fetch[]) => {
  const { isShared, asked } = asking;
  const known = { mayShare: asking.failures.isEmpty(), isShared, asked };
  return [...Map.groupBy(fetches, ({ asked }) => asked).values()]
    .map((each) => batchOf(each, asking.data, known))
    .filter((each) => each !== null);
};

export const askEntities = async (asking: Asking, subgraph: string, batches: readonly Batch[]): Promise<void> => {
  const questions = batches.map(({ asked }) => asked);
  const template = templateFor(asking, 'query', questions);
  const representations = batches.map(({ texts }) => texts);
  const answer = await send(asking, subgraph, template, representations);
  // One question that fails as a whole takes its neighbours with it: alone, each gets what it can.
  if (batches.length > 1 && isAllLost(answer)) {
    await Promise.all(batches.map((each) => askEntities(asking, subgraph, [each])));
    return;
  }
  const aliases = template.entities.map(({ alias }) => alias);
  settleEntities(asking, batches, aliases, answer);
};

const isAllLost = (answer: SubgraphAnswer) => 'data' in answer && (answer.data === null || answer.data === undefined);

const templateFor = ({ plan: { templates } }: Asking, kind: 'query' | 'mutation', questions: readonly Asked[]) => {
  const key = questions.map(({ number }) => number).join();
  const template = templates.get(key) ?? templateOf(kind, questions);
  if (templates.size < MOST_TEMPLATES) templates.set(key, template);
  return template;
};

const send = (
  { ask, variables }: Asking,
  subgraph: string,
  template: Template,
  representations: readonly (readonly string[])[],
) => {
  const { query, operationName } = template;
  const body = bodyOf(template, representations, variables);
  return ask(subgraph, { query, operationName, body, isMutation: query.startsWith('mutation') });
};
