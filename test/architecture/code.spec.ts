import * as restrictions from '../../tools/eslint/restrictions.ts';
import { sdlRules } from '../../tools/eslint/sdl-rules.ts';
import { CLEAN_SAMPLE } from './clean-sample.builder.ts';
import { CODE_VIOLATIONS } from './code-violations.builder.ts';
import { GRAPH_VIOLATIONS } from './graph-violations.builder.ts';
import { plant, run } from './planted.builder.ts';

/** What is read here of the report of ESLint. */
type Finding = { readonly ruleId: string | null; readonly message: string };
type Report = readonly { readonly filePath: string; readonly messages: readonly Finding[] }[];

const VIOLATIONS = [...CODE_VIOLATIONS, ...GRAPH_VIOLATIONS];
const SHOWN = new Set(VIOLATIONS.map(([rule]) => rule));

describe('code that the style forbids', () => {
  let findings: ReadonlyMap<string, readonly Finding[]>;

  beforeAll(async () => {
    const planted = await plant({
      ...CLEAN_SAMPLE,
      ...Object.fromEntries(VIOLATIONS.map(([, file, code]) => [file, `${code}\n`])),
    });
    // The shape of this version's report.
    const report = JSON.parse(
      await run(planted.root, 'eslint', ['--format', 'json', 'services', 'packages']),
    ) as Report;
    findings = new Map(report.map(({ filePath, messages }) => [filePath.slice(planted.root.length + 1), messages]));
    await planted.remove();
  }, 120_000);

  it.each(VIOLATIONS)('%s: caught in %s', (rule, file) => {
    const caught = (findings.get(file) ?? []).flatMap(({ ruleId, message }) => [ruleId, message]);
    expect(caught).toContain(rule);
  });

  it('leaves a feature with a file of every layer alone', () => {
    const complaints = Object.keys(CLEAN_SAMPLE).flatMap((file) =>
      (findings.get(file) ?? []).map(({ message }) => `${file}: ${message}`),
    );
    expect(complaints).toEqual([]);
  });

  it('is all shown here: no restriction without a violation of it', () => {
    const messages = Object.values(restrictions)
      .flat()
      .map(({ message }) => message);
    expect(messages.filter((message) => !SHOWN.has(message))).toEqual([]);
    expect(Object.keys(sdlRules).filter((name) => !SHOWN.has(`sdl/${name}`))).toEqual([]);
  });
});
