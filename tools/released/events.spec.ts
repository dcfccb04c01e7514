import { type Contract, contract } from '@crm/contracts';
import { z } from 'zod';

import { brokenPromises, released } from './events.ts';

const ofShape = (data: z.ZodObject, example: Record<string, unknown>): Contract =>
  contract({
    type: 'sales.lead-scored.v1',
    topic: 'crm.sales.lead.fact.v1',
    aggregate: 'lead',
    description: 'A lead was scored.',
    owner: 'sales',
    pii: 'none',
    data,
    example,
  });

describe('a released event', () => {
  const first = ofShape(z.object({ value: z.int() }), { value: 1 });
  const second = ofShape(z.object({ value: z.int(), grade: z.string().optional() }), { value: 1, grade: 'HOT' });
  const history = released(second, released(first, null));

  it('keeps every shape it ever had, and none twice', () => {
    expect(released(second, history).versions.map(({ example }) => example)).toEqual([
      { value: 1 },
      { value: 1, grade: 'HOT' },
    ]);
  });

  it('is compared with all of them, not only with the last', () => {
    const withoutGrade = released(first, history);
    const gradeAsNumber = ofShape(z.object({ value: z.int(), grade: z.int().optional() }), { value: 1 });
    expect(brokenPromises(withoutGrade, gradeAsNumber)).toContain(
      'data.grade: `type` was "string" and is "integer"',
    );
  });

  it('must still be announced, and where it was', () => {
    expect(brokenPromises(history, undefined)).toEqual(['is announced no more: its readers wait for ever']);
    expect(brokenPromises(history, { ...second, topic: 'crm.sales.lead.fact.v2' })).toEqual([
      'moved from crm.sales.lead.fact.v1 to crm.sales.lead.fact.v2',
    ]);
  });
});
