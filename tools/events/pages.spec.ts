import { contract } from '@crm/contracts';
import { z } from 'zod';

import { eventPages } from './pages.ts';

const thingNamed = contract({
  type: 'things.thing-named.v1',
  topic: 'crm.things.thing.fact.v1',
  aggregate: 'thing',
  description: 'A thing got its name.',
  owner: 'things',
  pii: 'personal',
  data: z.object({ name: z.string(), ownerId: z.uuid().nullable(), tags: z.array(z.enum(['A', 'B'])).optional() }),
  example: { name: 'chair', ownerId: null },
});

describe('the event catalogue', () => {
  const pages = eventPages([thingNamed]);

  it('has a page for each service, with what a reader of the event needs', () => {
    const page = pages.get('things.md');

    expect(page).toContain('## things.thing-named.v1\n\nA thing got its name.');
    expect(page).toContain(
      'Topic `crm.things.thing.fact.v1` (what happened) · owner things · personal data: yes, erasable · kept 28 days',
    );
    expect(page).toContain('| `name` | string | yes |');
    expect(page).toContain('| `ownerId` | uuid or null | yes |');
    expect(page).toContain('| `tags` | list of `A`, `B` | no |');
    expect(page).toContain('"name": "chair"');
  });

  it('leads to each event from one overview', () => {
    expect(pages.get('README.md')).toContain(
      '| [`things.thing-named.v1`](things.md#thingsthing-namedv1) | A thing got its name. |',
    );
  });
});
