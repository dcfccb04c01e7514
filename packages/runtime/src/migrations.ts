import type { Migration } from '@crm/persistence';

import { AddErasure1764700000000 } from './erasure-migration.ts';
import { OperateTogether1764760000000 } from './operations-migration.ts';
import { MarkBesideOutbox1764750000000 } from './outbox-migration.ts';
import { CreatePlatform1764000000000 } from './platform-migration.ts';
import { FindWhatIsParked1764770000000 } from './parked-migration.ts';

/** The platform's own first, then the service's; last what came to the platform later. */
export const migrationsOf = ({ migrations }: { readonly migrations: readonly Migration[] }): readonly Migration[] => [
  CreatePlatform1764000000000,
  ...migrations,
  AddErasure1764700000000,
  MarkBesideOutbox1764750000000,
  OperateTogether1764760000000,
  FindWhatIsParked1764770000000,
];
