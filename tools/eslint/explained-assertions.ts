import type { Rule, SourceCode } from 'eslint';

/** The part of a node that this rule looks at; the parser for TypeScript knows more kinds than ESLint's types. */
type Located = {
  readonly type: string;
  readonly loc?:
    { readonly start: { readonly line: number }; readonly end: { readonly line: number } } | null | undefined;
  readonly parent?: Located | undefined;
  readonly typeAnnotation?: { readonly typeName?: { readonly name?: string } };
};

/** An assertion silences the compiler: a comment on its line, or right above it or its statement, says why that is right. */
export const explainedAssertions: Rule.RuleModule = {
  meta: {
    type: 'suggestion',
    messages: { unexplained: '`as`, `!` and `any` need a comment that says why it is right.' },
    schema: [],
  },
  create: (context) => {
    const commented = commentLines(context.sourceCode);
    const check = (node: Rule.Node) => {
      // ESLint's types stop at JavaScript; the nodes of this rule come from the TypeScript parser.
      const located = node as unknown as Located;
      if (!isConst(located) && !isExplained(located, commented)) context.report({ node, messageId: 'unexplained' });
    };
    return { TSAsExpression: check, TSNonNullExpression: check, TSAnyKeyword: check, TSTypeAssertion: check };
  },
};

/** Lines that a comment stands on, and the line under each comment. */
const commentLines = (source: SourceCode): ReadonlySet<number> =>
  new Set(
    source.getAllComments().flatMap(({ loc }) => {
      if (!loc) return [];
      const lines = Array.from({ length: loc.end.line - loc.start.line + 1 }, (_, at) => loc.start.line + at);
      return [...lines, loc.end.line + 1];
    }),
  );

const isConst = ({ typeAnnotation }: Located) => typeAnnotation?.typeName?.name === 'const';

const isExplained = (node: Located, commented: ReadonlySet<number>) => {
  const lines = [node, statementOf(node)].flatMap(({ loc }) => (loc ? [loc.start.line, loc.end.line] : []));
  return lines.some((line) => commented.has(line));
};

const statementOf = (node: Located): Located =>
  !node.parent || /(Statement|Declaration|Property|Element)$/.test(node.type) ? node : statementOf(node.parent);
