import type { Access } from './access.ts';
import type { RecordType } from './vocabulary.ts';

/**
 * Which fields a reader may filter and order by. Who sees no record of the type at all uncovers nothing by asking, and
 * gets an empty list instead of an error. `ownerId` stands for the field `owner`.
 */
export const mayAsk =
  (access: Access, type: RecordType) =>
  (field: string): boolean =>
    !access.can(type, 'read') || (access.queryable(type, field) && access.queryable(type, field.replace(/Id$/, '')));
