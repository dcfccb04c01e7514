import { startAccessDatabase } from './access-database.builder.ts';
import { BELOW_TEAM, TEAM, anActor, employee } from './access.builder.ts';
import { NOBODY, ownerPlace } from './owner-place.ts';
import { deleteEmployee, upsertEmployee } from './projection.ts';

const LI = employee(1);
const WANG = employee(2);
const unknown = { refusal: { problems: [{ path: ['input', 'ownerId'], problem: 'unknown', what: 'Employee' }] } };

describe('the owner of a new record', () => {
  let database: Awaited<ReturnType<typeof startAccessDatabase>>;
  beforeAll(async () => {
    database = await startAccessDatabase();
  });
  afterAll(() => database.stop());

  const li = anActor({ employee: LI, departmentPath: [TEAM] });
  const row = { id: LI, departmentId: BELOW_TEAM, active: true, roles: [], version: 1 };

  it('is who asks, in the department the directory knows', async () => {
    const place = await database.inTenant(async (sql) => {
      await upsertEmployee(sql, row);
      return ownerPlace(sql, li);
    });

    expect(place).toEqual({ ok: true, value: { ownerId: LI, departmentId: BELOW_TEAM } });
  });

  it('is who asks, in the department of the token, while the directory does not know him yet', async () => {
    const place = await database.inTenant((sql) => ownerPlace(sql, li));

    expect(place).toEqual({ ok: true, value: { ownerId: LI, departmentId: TEAM } });
  });

  it('is nobody when a service account asks', async () => {
    const place = await database.inTenant((sql) => ownerPlace(sql, anActor({ employee: null })));

    expect(place).toEqual({ ok: true, value: NOBODY });
  });

  it('is another only when he is known to work here', async () => {
    const [stranger, colleague, gone] = await database.inTenant(async (sql) => {
      const before = await ownerPlace(sql, li, WANG);
      await upsertEmployee(sql, { ...row, id: WANG });
      const known = await ownerPlace(sql, li, WANG);
      await deleteEmployee(sql, { id: WANG, version: 2 });
      return [before, known, await ownerPlace(sql, li, WANG)] as const;
    });

    expect(stranger).toMatchObject(unknown);
    expect(colleague).toEqual({ ok: true, value: { ownerId: WANG, departmentId: BELOW_TEAM } });
    expect(gone).toMatchObject(unknown);
  });
});
