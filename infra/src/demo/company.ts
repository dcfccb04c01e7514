/** One department of the demo company, below the one it names. */
export type DemoDepartment = { readonly key: string; readonly parent: string | null; readonly name: string };

export type DemoEmployee = {
  readonly role: string;
  readonly subject: string;
  readonly name: string;
  readonly title: string;
  readonly department: string;
  /** Subject of the manager. */
  readonly manager: string | null;
};

export type DemoCompany = {
  readonly departments: readonly DemoDepartment[];
  readonly employees: readonly DemoEmployee[];
};

type Words = {
  readonly departments: readonly string[];
  readonly people: readonly (readonly [name: string, title: string])[];
};

const KEYS = ['company', 'sales', 'east', 'south', 'marketing', 'service', 'finance'] as const;
const PARENT = [null, 'company', 'sales', 'sales', 'company', 'company', 'company'] as const;

/** Role and department of each of the twelve, in the order in which they are hired: managers first. */
const POSTS = [
  ['ADMIN', 'company', null],
  ['SALES_MANAGER', 'sales', 0],
  ['SALES_REP', 'east', 1],
  ['SALES_REP', 'east', 1],
  ['SALES_REP', 'south', 1],
  ['MARKETER', 'marketing', 0],
  ['AGENT', 'service', 0],
  ['TECHNICIAN', 'service', 6],
  ['FINANCE', 'finance', 0],
  ['LEGAL', 'finance', 8],
  ['ANALYST', 'company', 0],
  ['AUDITOR', 'company', 0],
] as const;

const WORDS: Readonly<Record<string, Words>> = {
  huaxia: {
    departments: ['华夏智造', '销售部', '华东销售部', '华南销售部', '市场部', '服务部', '财务法务部'],
    people: [
      ['陈静', '系统管理员'],
      ['王建国', '销售总监'],
      ['张敏', '销售代表'],
      ['李伟', '销售代表'],
      ['刘洋', '销售代表'],
      ['赵婷', '市场专员'],
      ['孙磊', '客服专员'],
      ['周强', '现场工程师'],
      ['吴芳', '财务主管'],
      ['郑凯', '法务专员'],
      ['冯雪', '数据分析师'],
      ['何平', '内审专员'],
    ],
  },
  northwind: {
    departments: [
      'Northwind Traders',
      'Sales',
      'Sales East',
      'Sales South',
      'Marketing',
      'Service',
      'Finance and Legal',
    ],
    people: [
      ['Alice Morgan', 'Administrator'],
      ['Robert King', 'Sales Director'],
      ['Nancy Davolio', 'Sales Representative'],
      ['Andrew Fuller', 'Sales Representative'],
      ['Janet Leverling', 'Sales Representative'],
      ['Laura Callahan', 'Marketer'],
      ['Michael Suyama', 'Service Agent'],
      ['Steven Buchanan', 'Field Technician'],
      ['Margaret Peacock', 'Finance Lead'],
      ['Anne Dodsworth', 'Counsel'],
      ['Maria Anders', 'Analyst'],
      ['Thomas Hardy', 'Auditor'],
    ],
  },
};

const subjectOf = (tenant: string, place: number) => {
  const post = POSTS[place];
  const nth = POSTS.slice(0, place).filter(([role]) => role === post?.[0]).length + 1;
  const name = (post?.[0] ?? '').toLowerCase().replaceAll('_', '-');
  return nth === 1 ? `${name}@${tenant}` : `${name}-${String(nth)}@${tenant}`;
};

/** Departments and the twelve employees of a demo tenant. The same at every call. */
export const demoCompany = (tenant: string): DemoCompany => {
  const words = WORDS[tenant];
  if (!words) throw new Error(`no demo company for ${tenant}`);
  return {
    departments: KEYS.map((key, place) => ({
      key,
      parent: PARENT[place] ?? null,
      name: words.departments[place] ?? key,
    })),
    employees: POSTS.map(([role, department, manager], place) => {
      const [name = role, title = role] = words.people[place] ?? [];
      const subject = subjectOf(tenant, place);
      return { role, subject, name, title, department, manager: manager === null ? null : subjectOf(tenant, manager) };
    }),
  };
};
