import { type Id, type Result, accept, refuse } from '@crm/kernel';

export type ShareLevel = 'READ' | 'EDIT';
export type Grantee =
  | { readonly granteeType: 'EMPLOYEE'; readonly granteeId: Id<'Employee'> }
  | { readonly granteeType: 'DEPARTMENT'; readonly granteeId: Id<'Department'> };

export type Share = Grantee & {
  readonly id: Id<'RecordShare'>;
  readonly recordType: 'Customer';
  readonly recordId: Id<'Customer'>;
  readonly level: ShareLevel;
  readonly until: Date | null;
};

/** Whom a record is shared with: exactly one. */
export const granteeOf = ({
  employeeId,
  departmentId,
}: {
  readonly employeeId: Id<'Employee'> | null;
  readonly departmentId: Id<'Department'> | null;
}): Result<Grantee, { readonly kind: 'invalid-input'; readonly problems: readonly GranteeProblem[] }> => {
  if (employeeId && !departmentId) return accept({ granteeType: 'EMPLOYEE', granteeId: employeeId });
  if (departmentId && !employeeId) return accept({ granteeType: 'DEPARTMENT', granteeId: departmentId });
  const path = ['input', 'employeeId'];
  return employeeId
    ? refuse({
        kind: 'invalid-input',
        problems: [{ path, problem: 'not-allowed-here', because: 'a department is named already' }],
      })
    : refuse({ kind: 'invalid-input', problems: [{ path, problem: 'required' }] });
};

type GranteeProblem = { readonly path: readonly string[] } & (
  { readonly problem: 'required' } | { readonly problem: 'not-allowed-here'; readonly because: string }
);
