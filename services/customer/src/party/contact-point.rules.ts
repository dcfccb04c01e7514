import { type Id, type Problem, isEmail, normaliseEmail, normalisePhone } from '@crm/kernel';

export type ContactPointKind = 'PHONE' | 'EMAIL' | 'FAX' | 'WECHAT' | 'QQ' | 'WEIBO' | 'OTHER';

/** A way to reach somebody: as people wrote it, and in the form it is compared and dialled in. */
export type ContactPoint = {
  readonly id: Id<'ContactPoint'>;
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly normalized: string;
  readonly label: string | null;
  readonly isPrimary: boolean;
  readonly isVerified: boolean;
};

export type ContactPointInput = {
  readonly kind: ContactPointKind;
  readonly value: string;
  readonly label?: string | null;
  readonly isPrimary?: boolean | null;
};

const MAX_CONTACT_POINTS = 30;
const MAX_VALUE = 254;
const MAX_LABEL = 60;

export type Checked<Value> = { readonly value: Value; readonly problems: readonly Problem[] };

/**
 * Reads the ways to reach somebody. One of each kind is primary: the one so marked, else the first. What was verified
 * before stays verified while its value is the same.
 * @param country where numbers without a country code are dialled.
 */
export const readContactPoints = (
  inputs: readonly ContactPointInput[],
  country: string | null,
  known: readonly ContactPoint[],
  newId: () => Id<'ContactPoint'>,
): Checked<readonly ContactPoint[]> => {
  const points = inputs.map((input) => readOne(input, country, known, newId));
  return { value: withPrimaries(points), problems: problemsOf(inputs, points) };
};

const readOne = (
  { kind, value, label, isPrimary }: ContactPointInput,
  country: string | null,
  known: readonly ContactPoint[],
  newId: () => Id<'ContactPoint'>,
): ContactPoint => {
  const normalized = normalise(kind, value, country) ?? '';
  const before = known.find((each) => each.kind === kind && each.normalized === normalized);
  const said = { kind, value: value.trim(), normalized, label: label?.trim() ?? null, isPrimary: isPrimary ?? false };
  return before ? { ...before, ...said } : { ...said, id: newId(), isVerified: false };
};

const normalise = (kind: ContactPointKind, value: string, country: string | null) => {
  if (kind === 'PHONE' || kind === 'FAX') return normalisePhone(value, country);
  if (kind === 'EMAIL') return isEmail(value) ? normaliseEmail(value) : null;
  return value.normalize('NFKC').trim().toLowerCase() || null;
};

const withPrimaries = (points: readonly ContactPoint[]) =>
  points.map((point, place) => {
    const ofKind = points.filter(({ kind }) => kind === point.kind);
    const isFirst = points.findIndex(({ kind }) => kind === point.kind) === place;
    return ofKind.some(({ isPrimary }) => isPrimary) ? point : { ...point, isPrimary: isFirst };
  });

const problemsOf = (inputs: readonly ContactPointInput[], points: readonly ContactPoint[]): readonly Problem[] => [
  ...(inputs.length > MAX_CONTACT_POINTS
    ? [{ path: ['input', 'contactPoints'], problem: 'too-many', max: MAX_CONTACT_POINTS } as const]
    : []),
  ...points.flatMap((point, place) => problemOf(point, place, points.slice(0, place))),
];

const MALFORMED: Readonly<Partial<Record<ContactPointKind, 'not-a-phone-number' | 'not-an-email'>>> = {
  PHONE: 'not-a-phone-number',
  FAX: 'not-a-phone-number',
  EMAIL: 'not-an-email',
};

const problemOf = (point: ContactPoint, place: number, earlier: readonly ContactPoint[]): readonly Problem[] => {
  const path = ['input', 'contactPoints', String(place)];
  const second = point.isPrimary && earlier.some(({ kind, isPrimary }) => isPrimary && kind === point.kind);
  const because = `one ${point.kind} is primary already`;
  return [
    ...valueProblems(point, [...path, 'value']),
    ...(isLonger(point.label, MAX_LABEL)
      ? [{ path: [...path, 'label'], problem: 'too-long', max: MAX_LABEL } as const]
      : []),
    ...(second ? [{ path: [...path, 'isPrimary'], problem: 'not-allowed-here', because } as const] : []),
  ];
};

const valueProblems = ({ kind, value, normalized }: ContactPoint, path: readonly string[]): readonly Problem[] => {
  if (!normalized) return [{ path, problem: MALFORMED[kind] ?? 'required' }];
  return isLonger(value, MAX_VALUE) ? [{ path, problem: 'too-long', max: MAX_VALUE }] : [];
};

const isLonger = (text: string | null, max: number) => text !== null && text.length > max;
