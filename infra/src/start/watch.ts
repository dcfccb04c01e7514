import { watch } from 'node:fs';
import { join, sep } from 'node:path';

import { ROOT } from '../local/paths.ts';
import { messageOf } from '../local/trouble.ts';
import { SUPERGRAPH } from './layout.ts';
import { type Running, writeSupergraph } from './suite.ts';

/** Editors write a file in several steps. */
const SETTLE_MS = 200;
const SOURCE = /\.(ts|graphql|sql)$/;
const TEST = /spec\.ts$|\.builder\.ts$/;

/** Which parts a changed file belongs to: a service's own, the gateway's, or, for a package's file, all of them. */
export const partsTouchedBy = (file: string, services: readonly string[]): readonly string[] => {
  if (!SOURCE.test(file) || TEST.test(file)) return [];
  const [area, name] = file.split(sep);
  if (area === 'gateway') return ['gateway'];
  if (area === 'services') return services.filter((each) => each === name);
  return area === 'packages' && name !== 'testing' ? [...services, 'gateway'] : [];
};

/** Starts again whatever part's sources change, until `signal`. */
export const watchSources = (running: Running, signal: AbortSignal): void => {
  const { layout, say } = running.foundation;
  const parts = new Map(running.services);
  if (running.gateway) parts.set('gateway', running.gateway);
  const touched = new Set<string>();
  let settling: NodeJS.Timeout | null = null;

  const restart = async (name: string) => {
    const part = parts.get(name);
    say.note(`${name} changed: starting it again`);
    await part?.stop(2_000);
    await part?.start().catch((error: unknown) => {
      say.always(messageOf(error));
    });
  };
  const settle = () => {
    const names = [...touched];
    touched.clear();
    void Promise.all(names.map(restart));
  };
  const changed = (area: string) => (_: string, file: string | null) => {
    if (file === null) return;
    if (join(ROOT, area, file) === SUPERGRAPH) {
      void writeSupergraph(layout, running.placed);
      return;
    }
    for (const name of partsTouchedBy(join(area, file), [...running.services.keys()])) touched.add(name);
    if (settling) clearTimeout(settling);
    settling = setTimeout(settle, SETTLE_MS);
  };
  for (const area of ['services', 'packages', 'gateway'])
    watch(join(ROOT, area), { recursive: true, signal }, changed(area));
};
