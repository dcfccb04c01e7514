import type { RegisteredSchema, Subject } from './subjects.ts';

export type Answer = { readonly status: number; readonly body: unknown };

const found = (body: unknown): Answer => ({ status: 200, body });
/** Code and words as Confluent's registry has them: clients tell by the code. */
const refused = (code: number, message: string): Answer => ({
  status: Math.trunc(code / 100),
  body: { error_code: code, message },
});

const NO_PAGE = { status: 404, body: { error_code: 404, message: 'HTTP 404 Not Found' } } as const;
const CONFIG = found({ compatibilityLevel: 'FULL_TRANSITIVE' });
const MODE = found({ mode: 'READONLY' });

type Page = readonly [path: RegExp, answer: (subjects: readonly Subject[], ...parts: string[]) => Answer];

const PAGES: readonly Page[] = [
  [/^\/$/, () => found({})],
  [/^\/config(?:\/[^/]+)?$/, () => CONFIG],
  [/^\/mode(?:\/[^/]+)?$/, () => MODE],
  [/^\/schemas\/types$/, () => found(['JSON'])],
  [/^\/schemas\/ids\/(\d+)$/, (subjects, id) => byId(subjects, id, ({ schema }) => ({ schemaType: 'JSON', schema }))],
  [/^\/schemas\/ids\/(\d+)\/versions$/, (subjects, id) => byId(subjects, id, () => placesOf(subjects, Number(id)))],
  [/^\/subjects$/, (subjects) => found(subjects.map(({ name }) => name))],
  [/^\/subjects\/([^/]+)\/versions$/, (subjects, name) => ofSubject(subjects, name, versionsOf)],
  [
    /^\/subjects\/([^/]+)\/versions\/([^/]+)$/,
    (subjects, name, version) => ofSubject(subjects, name, (subject) => ofVersion(subject, version)),
  ],
];

/** What a read-only Confluent schema registry answers. `path` is decoded and has no query. */
export const answerOf = (subjects: readonly Subject[], method: string, path: string): Answer => {
  if (method !== 'GET') return refused(42205, 'The registry is read-only: schemas are released with the contracts');
  for (const [pattern, answer] of PAGES) {
    const match = pattern.exec(path);
    if (match) return answer(subjects, ...match.slice(1));
  }
  return NO_PAGE;
};

const ofSubject = (subjects: readonly Subject[], name = '', answer: (subject: Subject) => Answer): Answer => {
  const subject = subjects.find((each) => each.name === name);
  return subject ? answer(subject) : refused(40401, `Subject '${name}' not found.`);
};

const versionsOf = ({ schemas }: Subject) => found(schemas.map((_, place) => place + 1));

const ofVersion = ({ name, schemas }: Subject, asked = ''): Answer => {
  const version = asked === 'latest' || asked === '-1' ? schemas.length : Number(asked);
  if (!Number.isInteger(version) || version < 1) {
    return refused(42202, `The specified version '${asked}' is not a valid version id.`);
  }
  const registered = schemas[version - 1];
  if (!registered) return refused(40402, `Version ${asked} not found.`);
  return found({ subject: name, version, ...registered, schemaType: 'JSON' });
};

const byId = (subjects: readonly Subject[], asked = '', body: (schema: RegisteredSchema) => unknown): Answer => {
  const schema = subjects.flatMap(({ schemas }) => schemas).find(({ id }) => id === Number(asked));
  return schema ? found(body(schema)) : refused(40403, `Schema ${asked} not found`);
};

const placesOf = (subjects: readonly Subject[], id: number) =>
  subjects.flatMap(({ name, schemas }) =>
    schemas.flatMap((schema, place) => (schema.id === id ? [{ subject: name, version: place + 1 }] : [])),
  );
