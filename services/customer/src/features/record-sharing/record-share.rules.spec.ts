import { newId } from '@crm/kernel';

import { granteeOf } from './record-share.rules.ts';

describe('whom a record is shared with', () => {
  const [employeeId, departmentId] = [newId('Employee'), newId('Department')];

  it('is an employee or a department', () => {
    expect(granteeOf({ employeeId, departmentId: null })).toEqual({
      ok: true,
      value: { granteeType: 'EMPLOYEE', granteeId: employeeId },
    });
    expect(granteeOf({ employeeId: null, departmentId })).toEqual({
      ok: true,
      value: { granteeType: 'DEPARTMENT', granteeId: departmentId },
    });
  });

  it('is neither nobody nor both', () => {
    expect(granteeOf({ employeeId: null, departmentId: null })).toMatchObject({ ok: false });
    expect(granteeOf({ employeeId, departmentId })).toMatchObject({ ok: false });
  });
});
