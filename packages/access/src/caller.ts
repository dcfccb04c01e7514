import type { Actor } from '@crm/kernel';

import type { Access } from './access.ts';

/** Who asks, and what he may: what every command and query is told. */
export type Caller = { readonly actor: Actor; readonly access: Access };
