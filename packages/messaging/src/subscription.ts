import type { Contract, Delivered } from '@crm/contracts';
import type { Actor } from '@crm/kernel';
import type { Reaction } from '@crm/persistence';
import type { EntityManager } from 'typeorm';

/** What a projection works with: the open transaction, in the fact's tenant. */
export type View = {
  readonly db: EntityManager;
  readonly actor: Actor;
};

/**
 * Binds a contract to what follows from it. `projection`: an upsert that guards itself by version
 * (`… where version < excluded.version`), so a repeat changes nothing. `effect`: happens once per event; the inbox sees
 * to it. Handlers translate; they decide nothing, and they do nothing outside the database.
 */
export type Subscription<C extends Contract = Contract> =
  | {
      readonly to: C;
      readonly kind: 'projection';
      // A method, not a property: a list may hold subscriptions to different contracts.
      handle(fact: Delivered<C>, view: View): Promise<void>;
    }
  | {
      readonly to: C;
      readonly kind: 'effect';
      // A method, for the same reason.
      handle(fact: Delivered<C>, reaction: Reaction): Promise<void>;
    };
