import { newId } from '@crm/kernel';

import { changeDepartment, draftDepartment, readDepartmentId } from './department.rules.ts';

const sales = newId('Department');
const east = newId('Department');
const employee = newId('Employee');

describe('a new department', () => {
  it('has its name trimmed, and is at the top unless told otherwise', () => {
    expect(draftDepartment({ name: ' Sales ' })).toEqual({ ok: true, value: { name: 'Sales', parentId: null } });
    expect(draftDepartment({ name: 'East', parentId: sales })).toMatchObject({ ok: true, value: { parentId: sales } });
  });

  it.each([
    { title: 'without a name', said: { name: ' ' }, path: ['input', 'name'], problem: 'required' },
    {
      title: 'with a name of 101 characters',
      said: { name: 'x'.repeat(101) },
      path: ['input', 'name'],
      problem: 'too-long',
    },
    {
      title: 'below an employee',
      said: { name: 'East', parentId: employee },
      path: ['input', 'parentId'],
      problem: 'not-an-id',
    },
  ])('$title is refused by field', ({ said, path, problem }) => {
    expect(draftDepartment(said)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid-input', problems: [{ path, problem }] },
    });
  });

  it('is told all its mistakes at once', () => {
    expect(draftDepartment({ name: '', parentId: 'here' })).toMatchObject({
      refusal: { problems: [{ problem: 'required' }, { problem: 'not-an-id', actual: null }] },
    });
  });
});

describe('changing a department', () => {
  const current = { name: 'East', parentId: sales };

  it('changes what is said, keeps the rest, and names the differences', () => {
    expect(changeDepartment(current, { name: 'West' })).toEqual({
      ok: true,
      value: { details: { name: 'West', parentId: sales }, changed: ['name'] },
    });
    expect(changeDepartment(current, { parentId: east })).toMatchObject({ ok: true, value: { changed: ['parentId'] } });
  });

  it('moves it to the top when the parent is null', () => {
    expect(changeDepartment(current, { parentId: null })).toMatchObject({
      ok: true,
      value: { details: { parentId: null }, changed: ['parentId'] },
    });
  });

  it('does not take the name away', () => {
    expect(changeDepartment(current, { name: null })).toMatchObject({ ok: false });
  });

  it('names nothing when all is as it was', () => {
    expect(changeDepartment(current, { name: 'East ', parentId: sales })).toMatchObject({
      ok: true,
      value: { changed: [] },
    });
  });
});

it('an id of something else is no department, and is refused by what it is', () => {
  expect(readDepartmentId(employee)).toMatchObject({
    refusal: { problems: [{ path: ['input', 'id'], expected: 'Department', actual: 'Employee' }] },
  });
});
