import { COMPANY, DEPARTMENTS, TEAM, anActor, customer, employee } from './access.builder.ts';
import { accessFor } from './access.ts';
import { buildDirectory } from './directory.ts';
import { toSql } from './predicate-sql.ts';

const directory = buildDirectory({ departments: DEPARTMENTS, employees: [], roles: [] });
const LI = employee(1);
const COLUMNS = { owner: 't.owner_id', department: 't.department_id', record: 't.id', customer: 't.id' };

const compile = (role: string, columns: Parameters<typeof toSql>[1] = COLUMNS, values: unknown[] = []) => {
  const actor = anActor({ employee: LI, departmentPath: [COMPANY, TEAM], roles: [role] });
  const text = toSql(accessFor(actor, directory).predicate('Customer', 'update'), columns, values);
  return { text: text.replaceAll(/\s+/gu, ' '), values };
};

describe('a predicate as SQL', () => {
  it('compares ids only, tells null from unknown, and reads the shares once', () => {
    expect(compile('SALES_REP')).toEqual({
      text:
        '((t.owner_id is not null and t.owner_id = $1::uuid)' +
        ' or (t.id is not null and t.id = any(array(select s.record_id from record_share s' +
        ` where s.record_type = $2::text and s.grantee_id = any($3::uuid[]) and s.level = 'EDIT'` +
        ' and (s.until_at is null or s.until_at > now())))))',
      values: [LI, 'Customer', [LI, COMPANY, TEAM]],
    });
  });

  it('joins the parameters that the query already has', () => {
    const { text, values } = compile('SALES_REP', { owner: 'owner_id' }, ['acme', 20]);

    expect(text).toBe('((owner_id is not null and owner_id = $3::uuid))');
    expect(values).toEqual(['acme', 20, LI]);
  });

  it('needs no parameter where everything or nothing is reached', () => {
    expect(compile('ADMIN')).toEqual({ text: 'true', values: [] });
    expect(compile('AUDITOR')).toEqual({ text: 'false', values: [] });
  });

  it('reaches nothing through what records of the type do not have', () => {
    expect(compile('SALES_MANAGER', {})).toEqual({ text: 'false', values: [] });
  });

  it('asks for departments alone where records of the type have no owner', () => {
    const { text } = compile('SALES_MANAGER', { department: 'd.id', owner: null });

    expect(text).toBe('((d.id is not null and d.id = any($1::uuid[])))');
  });

  it('finds the records of a portal customer by its id', () => {
    const actor = anActor({ customer: customer(7), roles: ['CUSTOMER'] });
    const values: unknown[] = [];

    expect(toSql(accessFor(actor, directory).predicate('Customer', 'read'), COLUMNS, values)).toBe(
      '((t.id is not null and t.id = $1::uuid))',
    );
    expect(values).toEqual([customer(7)]);
  });
});
