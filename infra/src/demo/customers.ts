/** How many companies and people a demo tenant has. */
export type DemoSize = { readonly companies: number; readonly people: number };

export const DEMO_SIZES: Readonly<Record<string, DemoSize>> = {
  huaxia: { companies: 200, people: 500 },
  northwind: { companies: 20, people: 50 },
};

type ContactInput = {
  readonly name: string;
  readonly title: string;
  readonly buyingRole: string;
  readonly contactPoints: readonly object[];
};
export type DemoCustomer = {
  readonly input: Readonly<Record<string, unknown>>;
  readonly contacts: readonly ContactInput[];
};

const pick = <Each>(from: readonly Each[], place: number): Each => {
  const chosen = from[place % from.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
};

const CITIES = [
  ['上海', '上海'],
  ['北京', '北京'],
  ['广东', '深圳'],
  ['广东', '广州'],
  ['浙江', '杭州'],
  ['江苏', '苏州'],
  ['四川', '成都'],
  ['湖北', '武汉'],
] as const;
const NAMES_ZH = [
  '晨光',
  '恒通',
  '瑞丰',
  '金桥',
  '海川',
  '中科',
  '明德',
  '新奥',
  '天宇',
  '百川',
  '凯旋',
  '启航',
  '盛世',
];
const TRADES_ZH = ['贸易', '科技', '机械', '电子', '物流', '食品', '医药', '建材'];
const NAMES_EN = [
  'Blue Harbor',
  'Oakridge',
  'Summit',
  'Redwood',
  'Cedar Point',
  'Silverline',
  'Ironbridge',
  'Larkspur',
  'Kingsway',
];
const TRADES_EN = ['Trading', 'Systems', 'Machinery', 'Electronics', 'Logistics', 'Foods', 'Medical'];
const PLACES_EN = [
  ['GB', 'London', '+442079460'],
  ['US', 'Chicago', '+131255501'],
  ['DE', 'Berlin', '+493090182'],
] as const;
const INDUSTRIES = [
  'TRADE',
  'TECHNOLOGY',
  'MANUFACTURING',
  'ELECTRONICS',
  'LOGISTICS',
  'FOOD',
  'HEALTHCARE',
  'CONSTRUCTION',
];
const SIZES = ['MICRO', 'SMALL', 'MEDIUM', 'LARGE', 'ENTERPRISE'];
const SOURCES = ['FAIR', 'WEB', 'REFERRAL', 'ADVERTISING', 'PARTNER'];
const FAMILY_ZH = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐'];
const GIVEN_ZH = ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军'];
const FAMILY_EN = ['Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Walker'];
const GIVEN_EN = ['Emma', 'Oliver', 'Ava', 'Noah', 'Mia', 'Liam', 'Grace', 'Ethan', 'Chloe', 'Lucas', 'Ella'];
const TITLES = ['采购经理', '总经理', '技术总监', 'Head of purchasing', 'Managing director', 'Engineer'];
const BUYING_ROLES = ['DECISION_MAKER', 'INFLUENCER', 'EVALUATOR', 'USER', 'CHAMPION'];

/** Every third speaks English; all the others Chinese. */
const isEnglish = (place: number) => place % 3 === 2;
const digits = (place: number, length: number) => String((place * 7919) % 10 ** length).padStart(length, '0');
const mobile = (place: number) => `+86 13${String(place % 10)} ${digits(place + 17, 4)} ${digits(place + 31, 4)}`;

const company = (place: number): DemoCustomer => {
  const [province, city] = pick(CITIES, place);
  const [country, town, phone] = pick(PLACES_EN, place);
  const shared = {
    kind: 'ORGANIZATION',
    industry: pick(INDUSTRIES, place),
    size: pick(SIZES, place),
    source: pick(SOURCES, place),
    grade: pick(['A', 'B', 'C'], place),
  };
  const branch = String(Math.floor(place / 26) + 1);
  const input = isEnglish(place)
    ? {
        ...shared,
        name: `${pick(NAMES_EN, place)} ${pick(TRADES_EN, place)} ${branch} Ltd`,
        shortName: pick(NAMES_EN, place),
        country,
        city: town,
        contactPoints: [
          { kind: 'PHONE', value: `${phone}${digits(place, 3)}` },
          { kind: 'EMAIL', value: `info${String(place)}@example.com` },
        ],
        addresses: [{ kind: 'OFFICE', country, city: town, line: `${String(place + 1)} Market Street` }],
      }
    : {
        ...shared,
        name: `${city}${pick(NAMES_ZH, place)}${pick(TRADES_ZH, place)}${branch === '1' ? '' : `第${branch}`}有限公司`,
        shortName: pick(NAMES_ZH, place),
        country: 'CN',
        province,
        city,
        contactPoints: [
          { kind: 'PHONE', value: mobile(place) },
          { kind: 'EMAIL', value: `lianxi${String(place)}@example.com` },
        ],
        addresses: [{ kind: 'OFFICE', country: 'CN', province, city, line: `人民路${String(place + 1)}号` }],
      };
  return { input, contacts: Array.from({ length: 1 + (place % 2) }, (_, nth) => contact(place * 2 + nth)) };
};

const contact = (place: number): ContactInput => ({
  name: nameOf(place),
  title: pick(TITLES, place),
  buyingRole: pick(BUYING_ROLES, place),
  contactPoints: [{ kind: 'PHONE', value: mobile(place + 1_000) }],
});

const nameOf = (place: number) => {
  const { familyName, givenName } = personName(place);
  return isEnglish(place) ? `${givenName} ${familyName}` : `${familyName}${givenName}`;
};

const personName = (place: number) =>
  isEnglish(place)
    ? { familyName: pick(FAMILY_EN, place), givenName: pick(GIVEN_EN, place) }
    : { familyName: pick(FAMILY_ZH, place), givenName: pick(GIVEN_ZH, place + Math.floor(place / 11)) };

const person = (place: number): DemoCustomer => {
  const [province, city] = pick(CITIES, place);
  const born = `${String(1960 + (place % 45))}-${String(1 + (place % 12)).padStart(2, '0')}-${String(1 + (place % 28)).padStart(2, '0')}`;
  const input = {
    kind: 'PERSON',
    person: { ...personName(place), gender: pick(['FEMALE', 'MALE'], place), birthday: born },
    country: 'CN',
    province,
    city,
    source: pick(SOURCES, place),
    contactPoints: [
      { kind: 'PHONE', value: mobile(place + 5_000) },
      { kind: 'EMAIL', value: `person${String(place)}@example.com` },
    ],
  };
  return { input, contacts: [] };
};

/** The customers of a demo tenant: the same at every call. */
export const demoCustomers = ({ companies, people }: DemoSize): readonly DemoCustomer[] => [
  ...Array.from({ length: companies }, (_, place) => company(place)),
  ...Array.from({ length: people }, (_, place) => person(place)),
];
