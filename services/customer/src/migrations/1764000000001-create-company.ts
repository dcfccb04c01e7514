import { isolateTenants, tenantColumn } from '@crm/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Departments, employees and roles: who works here, and what they may do. */
export class CreateCompany1764000000001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table department (
        id uuid primary key,
        ${tenantColumn},
        name text not null,
        parent_id uuid references department,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index department_name on department (tenant_id, coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), name);
      create index department_by_name on department (tenant_id, name, id);
      create index department_by_age on department (tenant_id, created_at, id);
      create index department_by_parent on department (tenant_id, parent_id);
      ${isolateTenants('department')}

      create table employee (
        id uuid primary key,
        ${tenantColumn},
        subject text,
        name text not null,
        title text,
        email text,
        department_id uuid not null references department,
        manager_id uuid references employee,
        roles text[] not null,
        is_active boolean not null,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index employee_subject on employee (tenant_id, subject) where is_active;
      create index employee_by_name on employee (tenant_id, name, id);
      create index employee_by_age on employee (tenant_id, created_at, id);
      create index employee_by_department on employee (tenant_id, department_id);
      create index employee_by_manager on employee (tenant_id, manager_id);
      ${isolateTenants('employee')}

      create table role (
        id uuid primary key,
        ${tenantColumn},
        key text not null,
        name text not null,
        permissions jsonb not null,
        fields jsonb not null,
        version integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null
      );
      create unique index role_key on role (tenant_id, key);
      ${isolateTenants('role')}
    `);
  }

  async down(): Promise<void> {
    await Promise.reject(new Error('Migrations go forward only.'));
  }
}
