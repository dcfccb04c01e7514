import { type DefinitionNode, type DirectiveDefinitionNode, Kind, type TypeDefinitionNode } from 'graphql';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

const FEDERATION_DIRECTIVES: readonly string[] = [
  'authenticated',
  'composeDirective',
  'context',
  'cost',
  'external',
  'fromContext',
  'inaccessible',
  'interfaceObject',
  'key',
  'listSize',
  'override',
  'policy',
  'provides',
  'requires',
  'requiresScopes',
  'shareable',
  'tag',
];

const BUILT_IN: readonly string[] = ['deprecated', 'specifiedBy', 'oneOf'];

/** The federation link: as written where a file writes one, else one that imports exactly what the types use. */
export const linkOf = (definitions: readonly DefinitionNode[], types: readonly TypeDefinitionNode[]): string => {
  const written = definitions.filter(isLink).flatMap(({ loc }) => loc?.source.body.slice(loc.start, loc.end) ?? []);
  if (written.length > 0) return [...new Set(written)].join('\n');

  const imports = directivesOf(types).filter((name) => FEDERATION_DIRECTIVES.includes(name));
  return `extend schema @link(url: "${FEDERATION}", import: [${imports.map((name) => `"@${name}"`).join(', ')}])`;
};

const isLink = (node: DefinitionNode) =>
  node.kind === Kind.SCHEMA_EXTENSION && (node.directives ?? []).some(({ name }) => name.value === 'link');

/** Our own directives that the types use; one that nobody defines is refused by name. */
export const ownDirectives = (
  definitions: readonly DefinitionNode[],
  types: readonly TypeDefinitionNode[],
): readonly DirectiveDefinitionNode[] => {
  const known = [...FEDERATION_DIRECTIVES, ...BUILT_IN];
  return directivesOf(types)
    .filter((name) => !known.includes(name))
    .map((used) => {
      const definition = definitions.find((node) => isDefinitionOf(node, used));
      if (!definition) throw new Error(`@${used} is used but defined nowhere.`);
      return definition;
    });
};

const isDefinitionOf = (node: DefinitionNode, name: string): node is DirectiveDefinitionNode =>
  node.kind === Kind.DIRECTIVE_DEFINITION && node.name.value === name;

const directivesOf = (types: readonly TypeDefinitionNode[]): readonly string[] => {
  const found = new Set<string>();
  const look = (node: unknown) => {
    if (Array.isArray(node)) node.forEach(look);
    else if (isRecord(node)) {
      if (node.kind === Kind.DIRECTIVE && isRecord(node.name)) found.add(String(node.name.value));
      for (const [key, value] of Object.entries(node)) if (key !== 'loc') look(value);
    }
  };
  look(types);
  return [...found].sort();
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
