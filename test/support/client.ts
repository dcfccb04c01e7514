import { randomUUID } from 'node:crypto';

import { AUDIENCE } from '@crm/infra';
import { type Id, newId } from '@crm/kernel';
import { SignJWT, importJWK } from 'jose';

import { suiteUnderTest } from './config.ts';

/** Somebody who signs in. */
export type Person = {
  readonly tenant: Id<'Tenant'>;
  readonly subject: string;
  readonly roles: readonly string[];
  readonly employeeId?: string;
  readonly departmentPath?: readonly string[];
};

export type Answered = {
  readonly status: number;
  // Whatever was asked for: a journey says what it expects of it.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly unknown[];
    readonly extensions: { readonly code: string };
  }[];
};

export type TokenOptions = {
  readonly issuer?: string;
  readonly audience?: string;
  readonly expiresIn?: string;
  readonly key?: object;
  readonly scope?: string;
};

/** An access token such as the company's issuer makes; the options make wrong ones. */
export const tokenOf = async (person: Person, options: TokenOptions = {}) => {
  const { issuer, audience, expiresIn, key, scope = 'crm' } = options;
  const suite = suiteUnderTest();
  const jwk = key ?? suite.issuerKey;
  return new SignJWT(claimsOf(person, scope))
    .setProtectedHeader({ alg: 'ES256', kid: suite.issuerKey.kid, typ: 'at+jwt' })
    .setIssuer(issuer ?? suite.issuer)
    .setSubject(person.subject)
    .setAudience(audience ?? AUDIENCE)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(expiresIn ?? '5m')
    .sign(await importJWK({ ...jwk }, 'ES256'));
};

const claimsOf = (person: Person, scope: string) => ({
  tenant: person.tenant,
  roles: person.roles,
  scope,
  department_path: person.departmentPath ?? [],
  ...(person.employeeId && { employee_id: person.employeeId }),
});

/** Asks the gateway, as a client would. */
export const askWith = async (
  headers: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<Answered> => {
  const response = await fetch(`${suiteUnderTest().gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  // The body of a GraphQL answer.
  return { status: response.status, ...((await response.json()) as Omit<Answered, 'status'>) };
};

/** A client that is signed in as somebody. */
export const signedIn = async (person: Person) => {
  const headers = { authorization: `Bearer ${await tokenOf(person)}` };
  return {
    person,
    ask: (query: string, variables: object = {}, more: Readonly<Record<string, string>> = {}) =>
      askWith({ ...headers, ...more }, query, variables),
  };
};

export type Client = Awaited<ReturnType<typeof signedIn>>;

/** A new company's service account, which sets it up. */
export const aCompany = () => signedIn({ tenant: newId('Tenant'), subject: `setup-${randomUUID()}`, roles: ['ADMIN'] });

const PATIENCE_MS = 15_000;
const PAUSE_MS = 50;

/** Asks until the answer is as expected: what follows over topics takes a moment. The last answer is judged anyway. */
export const eventually = async <Value>(
  ask: () => Promise<Value>,
  isThere: (value: Value) => boolean,
): Promise<Value> => {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await ask();
    if (isThere(value) || Date.now() > until) return value;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
};
