import type { Id, Problem } from '@crm/kernel';

import type { Checked } from './contact-point.rules.ts';

export type AddressKind = 'REGISTERED' | 'BILLING' | 'SHIPPING' | 'OFFICE' | 'HOME' | 'OTHER';

export type Address = {
  readonly id: Id<'Address'>;
  readonly kind: AddressKind;
  readonly recipient: string | null;
  readonly country: string | null;
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly line: string;
  readonly postalCode: string | null;
  readonly isDefault: boolean;
};

export type AddressInput = {
  readonly [Field in keyof Omit<Address, 'id' | 'line' | 'isDefault' | 'kind'>]?: string | null;
} & {
  readonly kind: AddressKind;
  readonly line: string;
  readonly isDefault?: boolean | null;
};

const MAX_ADDRESSES = 50;
const MAX_LINE = 300;

/** Reads the places of a customer. One of each kind is the default: the one so marked, else the first. */
export const readAddresses = (
  inputs: readonly AddressInput[],
  newId: () => Id<'Address'>,
): Checked<readonly Address[]> => {
  const value = inputs.map((input, place) => ({
    id: newId(),
    kind: input.kind,
    recipient: input.recipient ?? null,
    country: input.country ?? null,
    province: input.province ?? null,
    city: input.city ?? null,
    district: input.district ?? null,
    line: input.line.trim(),
    postalCode: input.postalCode ?? null,
    isDefault: isDefault(inputs, place),
  }));
  return { value, problems: problemsOf(inputs) };
};

const isDefault = (inputs: readonly AddressInput[], place: number) => {
  const ofKind = inputs.map((each, at) => ({ ...each, at })).filter(({ kind }) => kind === inputs[place]?.kind);
  return (ofKind.find((each) => each.isDefault) ?? ofKind[0])?.at === place;
};

const problemsOf = (inputs: readonly AddressInput[]): readonly Problem[] => [
  ...(inputs.length > MAX_ADDRESSES
    ? [{ path: ['input', 'addresses'], problem: 'too-many', max: MAX_ADDRESSES } as const]
    : []),
  ...inputs.flatMap(({ line }, place): readonly Problem[] => {
    const path = ['input', 'addresses', String(place), 'line'];
    if (!line.trim()) return [{ path, problem: 'required' }];
    return line.length > MAX_LINE ? [{ path, problem: 'too-long', max: MAX_LINE }] : [];
  }),
];
