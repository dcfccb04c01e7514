/** How a scalar is seen by resolvers. A scalar that is not named here stops the generator: add it with its type. */
const SCALARS = {
  ID: 'string',
  _FieldSet: 'string',
  FieldSet: 'string',
  DateTime: { input: 'Date', output: 'Date' },
  Date: 'string',
  Time: 'string',
  Duration: 'string',
  Decimal: 'string',
  CurrencyCode: 'string',
  Locale: 'string',
  TimeZone: 'string',
  PhoneNumber: 'string',
  EmailAddress: 'string',
  URL: 'string',
  JSON: 'unknown',
  JSONObject: 'Readonly<Record<string, unknown>>',
  Long: { input: 'bigint', output: 'bigint' },
} as const;

/** An unanswered field does not compile; everything is readonly; unions instead of enums. */
export const CODEGEN_SETTINGS = {
  federation: true,
  contextType: '../context.ts#RequestContext',
  avoidOptionals: { field: true, query: true, mutation: true },
  resolversNonOptionalTypename: { unionMember: true, interfaceImplementingType: true },
  scalars: SCALARS,
  strictScalars: true,
  enumsAsTypes: true,
  immutableTypes: true,
  useTypeImports: true,
} as const;
