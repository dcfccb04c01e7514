import { changeProduct, draftProduct } from './product.rules.ts';

const pump = { code: 'PUMP-20', name: '离心泵 20', unit: 'PCS' };

describe('a new product', () => {
  it('is a good that nobody tracks by serial number, unless said otherwise', () => {
    expect(draftProduct({ ...pump, description: ' ' })).toEqual({
      ok: true,
      value: { ...pump, description: null, kind: 'GOODS', taxClass: null, isSerialTracked: false },
    });
  });

  it.each([
    { said: { ...pump, code: ' ' }, path: ['input', 'code'], problem: 'required' },
    { said: { ...pump, name: null }, path: ['input', 'name'], problem: 'required' },
    { said: { ...pump, kind: null }, path: ['input', 'kind'], problem: 'required' },
    { said: { ...pump, unit: 'x'.repeat(21) }, path: ['input', 'unit'], problem: 'too-long' },
  ])('is refused when $path is $problem', ({ said, path, problem }) => {
    expect(draftProduct(said)).toMatchObject({ ok: false, refusal: { problems: [{ path, problem }] } });
  });
});

describe('changing a product', () => {
  it('names what differs and keeps what was not said', () => {
    const known = draftProduct(pump);
    expect(known.ok && changeProduct(known.value, { name: 'Pump 20', unit: 'PCS' })).toMatchObject({
      value: { details: { code: 'PUMP-20', name: 'Pump 20' }, changed: ['name'] },
    });
  });
});
