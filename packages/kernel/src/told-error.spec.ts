import { messageOf, toldError } from './told-error.ts';

const failing = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

/** As TypeORM throws what the driver threw: with all that it has at hand. */
const refusedByDatabase = (code: string, message: string) =>
  Object.assign(new Error(message), {
    name: 'QueryFailedError',
    query: 'update contact set name = $1',
    parameters: ['李伟', 'li@example.com'],
    driverError: Object.assign(new Error(message), { detail: 'Failing row contains (李伟).' }),
    code,
    detail: 'Failing row contains (李伟).',
    hint: '李伟?',
    where: "unnamed portal parameter $1 = '李伟'",
    table: 'contact',
    constraint: 'contact_email',
  });

describe('what is told of an error', () => {
  it('is where it happened and which rule refused it, and nothing of the values', () => {
    const told = toldError(refusedByDatabase('55P03', 'canceling statement due to lock timeout'));
    expect(told).toMatchObject({
      type: 'QueryFailedError',
      message: 'canceling statement due to lock timeout',
      code: '55P03',
      table: 'contact',
      constraint: 'contact_email',
      stack: expect.stringMatching(/^QueryFailedError: canceling statement due to lock timeout\n {4}at /) as unknown,
    });
    expect(JSON.stringify(told)).not.toMatch(/李伟|example\.com/);
  });

  it('leaves out the value that a message quotes, also from its stack and its cause', () => {
    const error = refusedByDatabase('22P02', 'invalid input syntax for type date: "born "in" 1970 as 李伟"');
    const told = toldError(new Error('not saved', { cause: new AggregateError([error]) }));
    expect(told.cause?.errors?.[0]?.message).toBe('invalid input syntax for type date: …');
    expect(JSON.stringify(told)).not.toContain('李伟');
  });

  it.each(['{"name": 李伟}', '李伟', "'李伟'", '{"name": "李伟'])(
    'quotes nothing of a text that is no JSON: %s',
    (text) => {
      const error = failing(() => JSON.parse(text));
      expect(messageOf(error)).toMatch(/^SyntaxError: .*JSON/);
      expect(messageOf(error)).not.toMatch(/[李伟]/);
      expect(JSON.stringify(toldError(error))).not.toMatch(/[李伟]/);
    },
  );

  it('shows no value that does not fit its type', () => {
    const error = new Error('String cannot represent value: { name: "李伟" }');
    expect(messageOf(error)).toBe('Error: String cannot represent value: …');
  });

  it('keeps the names by which a refusal of the database is understood', () => {
    const error = refusedByDatabase('23505', 'duplicate key value violates unique constraint "contact_email"');
    expect(messageOf(error)).toBe('QueryFailedError: duplicate key value violates unique constraint "contact_email"');
  });

  it('ends, where causes go round in a circle, and says nothing of what is no error', () => {
    const error: Error & { cause?: unknown } = new Error('round');
    error.cause = error;
    expect(JSON.stringify(toldError(error)).match(/"round"/g)).toHaveLength(6);
    expect(toldError('李伟')).toEqual({ type: 'string', message: 'What was thrown is no error' });
  });
});
