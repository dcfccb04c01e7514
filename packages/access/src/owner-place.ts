import { type Actor, type Id, type Problem, type Result, accept, refuse } from '@crm/kernel';

/** Who looks after a record, and the department that decides who else sees it. */
export type OwnerPlace = { readonly ownerId: Id<'Employee'> | null; readonly departmentId: Id<'Department'> | null };

/** Nobody's: only the scope ALL reaches it. */
export const NOBODY: OwnerPlace = { ownerId: null, departmentId: null };

/** Both a unit of work's `db` and the `Sql` of @crm/persistence have it. */
type Sql = { readonly query: <Row extends object>(text: string, values: unknown[]) => Promise<readonly Row[]> };
type Known = { readonly departmentId: Id<'Department'> | null; readonly active: boolean };

/**
 * The owner of a record with the department he works in, by the service's own copy of the directory: the caller,
 * unless another is wanted; nobody when the caller is no employee. Refuses whoever does not work here. Events of a new
 * employee may still be under way: the caller himself is then taken at the word of his token.
 * Whether the caller may give the record to somebody else is not decided here.
 */
export const ownerPlace = async (
  sql: Sql,
  { employee, departmentPath }: Pick<Actor, 'employee' | 'departmentPath'>,
  wanted?: Id<'Employee'> | null,
): Promise<Result<OwnerPlace, { readonly kind: 'invalid-input'; readonly problems: readonly Problem[] }>> => {
  const ownerId = wanted ?? employee;
  if (!ownerId) return accept(NOBODY);

  const [known] = await sql.query<Known>(
    `select department_id as "departmentId", active and not deleted as active from access_employee where id = $1`,
    [ownerId],
  );
  if (known?.active) return accept({ ownerId, departmentId: known.departmentId });
  if (!known && ownerId === employee) return accept({ ownerId, departmentId: departmentPath.at(-1) ?? null });
  return refuse({
    kind: 'invalid-input',
    problems: [{ path: ['input', 'ownerId'], problem: 'unknown', what: 'Employee' }],
  });
};
