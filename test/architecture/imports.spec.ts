import { CLEAN_SAMPLE } from './clean-sample.builder.ts';
import { type Files, plant, run } from './planted.builder.ts';

/** What is read here of the report of dependency-cruiser. */
type Report = {
  readonly summary: {
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[];
    readonly ruleSetUsed: { readonly forbidden: readonly { readonly name: string }[] };
  };
};

const PLANTED = 'services/sales/src/features/planted';

const VIOLATIONS: readonly (readonly [rule: string, file: string, imports: string])[] = [
  ['no-cycles', `${PLANTED}/egg.ts`, './hen.ts'],
  ['rules-are-pure', `${PLANTED}/impure.rules.ts`, 'typeorm'],
  ['rules-are-pure', `${PLANTED}/reading.rules.ts`, 'node:fs'],
  ['entities-map-tables-and-no-more', `${PLANTED}/talkative.entity.ts`, '@crm/contracts'],
  ['repositories-and-queries-know-the-database-only', `${PLANTED}/sending.repository.ts`, '@crm/messaging'],
  ['repositories-and-queries-know-the-database-only', `${PLANTED}/answering.queries.ts`, 'graphql'],
  ['commands-load-decide-save-announce', `${PLANTED}/tables.command.ts`, './plain.entity.ts'],
  ['commands-load-decide-save-announce', `${PLANTED}/answering.command.ts`, '@crm/graphql'],
  ['events-state-facts', `${PLANTED}/looking-up.event.ts`, 'typeorm'],
  ['resolvers-and-handlers-do-no-io', `${PLANTED}/reading.resolvers.ts`, './plain.repository.ts'],
  ['resolvers-and-handlers-do-no-io', `${PLANTED}/reading.handler.ts`, 'typeorm'],
  ['resolvers-announce-nothing', `${PLANTED}/announcing.resolvers.ts`, './plain.event.ts'],
  ['handlers-answer-nobody', `${PLANTED}/answering.handler.ts`, '@crm/graphql'],
  ['entities-stay-behind-repositories', `${PLANTED}/curious.ts`, './plain.entity.ts'],
  ['features-do-not-reach-into-each-other', `${PLANTED}/reaching.ts`, '../leads/lead.rules.ts'],
  ['services-meet-only-through-contracts', 'services/sales/src/visiting.ts', '../../service/src/index.ts'],
  ['packages-do-not-know-services', 'packages/runtime/src/partial.ts', '../../../services/service/src/index.ts'],
  ['only-messaging-knows-kafka', 'services/sales/src/sending.ts', 'kafkajs'],
  ['only-persistence-opens-the-database', 'services/sales/src/connecting.ts', 'pg'],
  ['infra-is-for-the-desk-and-tests', 'packages/runtime/src/local.ts', '@crm/infra'],
  ['test-code-stays-in-tests', 'services/sales/src/testing.ts', '@crm/testing'],
  ['kernel-depends-on-nothing', 'packages/kernel/src/reading.ts', 'node:fs'],
  ['contracts-know-the-kernel-only', 'packages/contracts/src/storing.ts', '@crm/persistence'],
  ['foundations-do-not-look-up', 'packages/persistence/src/sending.ts', '@crm/messaging'],
  ['messaging-does-not-look-up', 'packages/messaging/src/running.ts', '@crm/runtime'],
  ['declare-what-you-import', 'packages/runtime/src/undeclared.ts', 'semver'],
  ['found-what-you-import', 'packages/runtime/src/lost.ts', './nowhere.ts'],
  ['deployed-code-needs-no-development-packages', 'packages/runtime/src/developing.ts', 'fast-check'],
];

const HARMLESS: Files = {
  [`${PLANTED}/hen.ts`]: "export { egg } from './egg.ts';\n",
  [`${PLANTED}/plain.entity.ts`]: 'export const plain = 1;\n',
  [`${PLANTED}/plain.repository.ts`]: 'export const plain = 1;\n',
  [`${PLANTED}/plain.event.ts`]: 'export const plain = 1;\n',
};

const sourceOf = (imported: string) =>
  imported === './hen.ts' ? `export * as egg from '${imported}';\n` : `import '${imported}';\n`;

const cruise = async (files: Files): Promise<Report['summary']> => {
  const planted = await plant(files);
  const args = ['--config', '.dependency-cruiser.mjs', '--output-type', 'json', 'packages', 'services', 'infra'];
  // The shape of this version's report.
  const report = JSON.parse(await run(planted.root, 'depcruise', args)) as Report;
  await planted.remove();
  return report.summary;
};

describe('imports that the architecture forbids', () => {
  let summary: Report['summary'];

  beforeAll(async () => {
    const planted = Object.fromEntries(VIOLATIONS.map(([, file, imported]) => [file, sourceOf(imported)]));
    summary = await cruise({ ...CLEAN_SAMPLE, ...HARMLESS, ...planted });
  }, 60_000);

  it.each(VIOLATIONS)('%s: caught in %s, which imports %s', (rule, file) => {
    const caught = summary.violations.filter(({ from }) => from === file).map((violation) => violation.rule.name);
    expect(caught).toContain(rule);
  });

  it('are all shown here: no rule without a violation of it', () => {
    const shown = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(summary.ruleSetUsed.forbidden.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('a feature with a file of every layer', () => {
  it('imports as it should', async () => {
    expect((await cruise(CLEAN_SAMPLE)).violations).toEqual([]);
  }, 60_000);
});
