import type { Access, MaskKind } from '@crm/access';

import type { ContactPointRow } from './party.queries.ts';

const MASKS: Readonly<Record<string, MaskKind>> = { PHONE: 'phone', FAX: 'phone', EMAIL: 'email' };

/** The ways to reach somebody, as the reader may see them: none at all when hidden. */
export const seenContactPoints = (
  points: readonly ContactPointRow[],
  access: Access,
  type: 'Customer' | 'Contact',
): readonly ContactPointRow[] =>
  points.flatMap((point) => {
    const value = access.shown(type, 'contactPoints', point.value, MASKS[point.kind] ?? 'text');
    return value === null ? [] : [{ ...point, value }];
  });
