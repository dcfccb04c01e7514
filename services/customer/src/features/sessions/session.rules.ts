import { type Id, type Problem, type Result, accept, parseId, refuse, typeOfId } from '@crm/kernel';

/** Whose sign-ins a revocation ends: one of the three at least. */
export type Revoked = {
  readonly employeeId: Id<'Employee'> | null;
  readonly subject: string | null;
  readonly tokenId: string | null;
};

export type SessionRevocation = Revoked & {
  readonly id: Id<'SessionRevocation'>;
  /** Tokens issued before it are over. */
  readonly endedAt: Date;
  /** By then every such token has expired by itself. */
  readonly forgetAt: Date;
};

export type SaidRevocation = {
  readonly employeeId?: string | null;
  readonly subject?: string | null;
  readonly tokenId?: string | null;
};

export type InvalidInput = { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] };

/** The gateway takes no token that is older, and an hour for clocks. */
const LONGEST_SESSION_MS = 25 * 3_600_000;
const FIELDS = ['employeeId', 'subject', 'tokenId'] as const;
const LONGEST_TEXT = 200;

/** Ends what was issued until `now`. Tokens carry whole seconds: the one in which it is said counts as before. */
export const revocation = (id: SessionRevocation['id'], revoked: Revoked, now: Date): SessionRevocation => ({
  ...revoked,
  id,
  endedAt: new Date(Math.ceil((now.getTime() + 1) / 1000) * 1000),
  forgetAt: new Date(now.getTime() + LONGEST_SESSION_MS),
});

/** Reads whose sign-ins are meant: exactly one of the three. */
export const readRevoked = (said: SaidRevocation): Result<Revoked, InvalidInput> => {
  const given = FIELDS.filter((field) => said[field]?.trim());
  const [first, second] = given;
  if (!first) return invalid({ path: ['input', 'employeeId'], problem: 'required' });
  if (second) {
    return invalid({ path: ['input', second], problem: 'not-allowed-here', because: `${first} is given already` });
  }
  const text = said[first]?.trim() ?? '';
  if (first !== 'employeeId') {
    if (text.length > LONGEST_TEXT) return invalid({ path: ['input', first], problem: 'too-long', max: LONGEST_TEXT });
    return accept({ ...NOBODY, [first]: text });
  }
  const employeeId = parseId('Employee', text);
  if (employeeId) return accept({ ...NOBODY, employeeId });
  return invalid({ path: ['input', first], problem: 'not-an-id', expected: 'Employee', actual: typeOfId(text) });
};

const NOBODY: Revoked = { employeeId: null, subject: null, tokenId: null };

const invalid = (problem: Problem) => refuse<InvalidInput>({ kind: 'invalid-input', problems: [problem] });
