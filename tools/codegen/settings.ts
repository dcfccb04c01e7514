/**
 * How resolvers see a scalar: as text in canonical form, all of them. One that is not named here stops the generator,
 * so that its type is a decision and not an accident.
 */
const SCALARS = {
  ID: 'string',
  _FieldSet: 'string',
  CountryCode: 'string',
  CurrencyCode: 'string',
  Date: 'string',
  /** A moment is a Date inside: rules compute with it. */
  DateTime: { input: 'Date', output: 'Date' },
  Decimal: 'string',
  Locale: 'string',
} as const;

/** An unanswered field does not compile; everything is readonly; unions instead of enums. */
export const CODEGEN_SETTINGS = {
  federation: true,
  contextType: '../context.ts#RequestContext',
  avoidOptionals: { field: true, query: true, mutation: true, defaultValue: true },
  resolversNonOptionalTypename: { unionMember: true, interfaceImplementingType: true },
  scalars: SCALARS,
  strictScalars: true,
  enumsAsTypes: true,
  immutableTypes: true,
  useTypeImports: true,
} as const;
