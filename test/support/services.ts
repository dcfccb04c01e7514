import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ServiceDefinition } from '@crm/runtime';
import type { BaseContext } from '@apollo/server';
export type Definition = ServiceDefinition<BaseContext>;
const NAMES = ['customer'];
export const definitions = async (): Promise<readonly Definition[]> =>
  (
    await Promise.all(
      NAMES.filter((name) => existsSync(path.join(import.meta.dirname, `../../services/${name}/src/main.ts`))).map(
        async (name) =>
          Object.values((await import(`../../services/${name}/src/service.ts`)) as Record<string, Definition>).find(
            (each) => typeof each === 'object' && 'wire' in each,
          ),
      ),
    )
  ).filter((each) => each !== undefined);
