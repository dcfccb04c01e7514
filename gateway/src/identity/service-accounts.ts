import { z } from 'zod';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const EXAMPLE = '{"<client id>": {"tenant": "<uuid>", "roles": ["…"]}}';

const accounts = z.record(
  z.string(),
  z.object({ tenant: z.string().regex(UUID, 'must be a uuid'), roles: z.array(z.string()) }),
);

/**
 * Programs that sign in with client credentials at an issuer that puts neither company nor roles into its tokens: what
 * stands here, by client id, counts in their place.
 */
export const serviceAccounts = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue(`must be JSON: ${EXAMPLE}`);
      return z.NEVER;
    }
  })
  .pipe(accounts);

/** By client id. */
export type ServiceAccounts = Readonly<z.infer<typeof serviceAccounts>>;
