import { type DirectiveNode, type DocumentNode, Kind, type ValueNode, parse, print, visit } from 'graphql';

const FEATURES = ['authenticated', 'requiresScopes', 'policy'] as const;
type Feature = (typeof FEATURES)[number];

/** A directive that promises protection, by the name it has in this supergraph. */
export type Protection = { readonly feature: Feature; readonly directive: string };

const PROTECTION = /^https:\/\/specs\.apollo\.dev\/(authenticated|requiresScopes|policy)\/v\d+\.\d+$/;

/** The directives of a supergraph that promise protection: `@authenticated`, `@requiresScopes`, `@policy`. */
export const protectionsOf = (supergraph: DocumentNode): readonly Protection[] =>
  supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (definition.directives ?? []).flatMap((link) => {
      const feature = featureOf(link);
      return feature ? [{ feature, directive: nameIn(link, feature) }] : [];
    });
  });

/**
 * The same supergraph without the `for: SECURITY` of those links: with it @apollo/gateway, which does not enforce them,
 * would refuse to start. Only for whoever enforces them himself. Every other link stays as it is.
 */
export const withoutSecurityPurpose = (supergraph: string): string => {
  const document = parse(supergraph, { noLocation: true });
  if (protectionsOf(document).length === 0) return supergraph;
  const withoutPurpose = (link: DirectiveNode) => {
    if (!featureOf(link)) return undefined;
    return { ...link, arguments: (link.arguments ?? []).filter(({ name }) => name.value !== 'for') };
  };
  return print(visit(document, { Directive: withoutPurpose }));
};

const featureOf = (link: DirectiveNode): Feature | null => {
  if (link.name.value !== 'link') return null;
  const named = PROTECTION.exec(textIn(argument(link, 'url')) ?? '')?.[1];
  return FEATURES.find((feature) => feature === named) ?? null;
};

/** Its own name, unless the link says otherwise: by importing it under another, or by naming the whole feature so. */
const nameIn = (link: DirectiveNode, feature: Feature): string => {
  const imports = argument(link, 'import');
  const imported = imports?.kind === Kind.LIST ? imports.values.map((each) => importedAs(each, feature)) : [];
  return imported.find((name) => name !== null) ?? textIn(argument(link, 'as')) ?? feature;
};

const importedAs = (each: ValueNode, feature: Feature): string | null => {
  if (each.kind !== Kind.OBJECT) return textIn(each) === `@${feature}` ? feature : null;
  const said = new Map(each.fields.map(({ name, value }) => [name.value, textIn(value)]));
  if (said.get('name') !== `@${feature}`) return null;
  return said.get('as')?.replace(/^@/, '') ?? feature;
};

const argument = (link: DirectiveNode, name: string) => link.arguments?.find((each) => each.name.value === name)?.value;

const textIn = (value: ValueNode | undefined) => (value?.kind === Kind.STRING ? value.value : null);
