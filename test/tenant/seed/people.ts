import type { Person } from '../tenant.ts';

/** The invented school of the local Microsoft 365. Ids are fixed so that tests, samples and settings can name them. */
export const school = { code: 'GRV', name: 'Grove Primary School', domain: 'grove.example' };
export const tenantId = '7a1c5d0e-3b52-4f6e-9a41-0c2f8e6d1b10';
export const appId = '5f0b8a9c-6d27-4c1b-8e3f-2a9d7c4e1f60';
/** The app registration's secret here; it opens nothing but the local sign-in. */
export const appSecret = 'local-only-secret';

export interface SeedGroup { id: string; displayName: string; description: string }
export interface SeedMailbox {
  oid: string; address: string; displayName: string;
  kind: 'shared' | 'user';
  /** The app may open it (in Microsoft 365: RBAC for Applications, scoped to these). */
  granted: boolean;
}

export const groups: SeedGroup[] = [
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0001', displayName: 'Concern Desk Staff', description: 'Everybody who works at the school' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0002', displayName: 'Concern Desk Office', description: 'School office' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0003', displayName: 'Concern Desk SLT', description: 'Senior leadership team' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0004', displayName: 'Concern Desk Head', description: 'Head teacher' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0005', displayName: 'Concern Desk Executive Head', description: 'Executive Head Teacher' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0006', displayName: 'Concern Desk Safeguarding', description: 'Designated safeguarding lead' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0007', displayName: 'Concern Desk Chair', description: 'Chair of governors' },
  { id: 'b1a60c11-2f0d-4c51-9a11-5d0e6c3a0008', displayName: 'Concern Desk Governors', description: 'Governing body' },
];

const staff = (n: number, displayName: string, jobTitle: string, ...more: string[]): Person => ({
  oid: `c2b71d22-3a1e-4d62-8b22-6e1f7d4b00${String(n).padStart(2, '0')}`,
  displayName, jobTitle, mail: `${displayName.toLowerCase().replace(' ', '.')}@${school.domain}`, outside: false,
  groups: [...more.map((name) => `Concern Desk ${name}`), 'Concern Desk Staff'],
});

const governor = (n: number, displayName: string, jobTitle: string, ...names: string[]): Person => ({
  ...staff(n, displayName, jobTitle), groups: names.map((name) => `Concern Desk ${name}`),
});

const parent = (n: number, displayName: string, host: string): Person => ({
  oid: `d3c82e33-4b2f-4e73-9c33-7f2a8e5c00${String(n).padStart(2, '0')}`,
  displayName, jobTitle: 'Parent', mail: `${displayName.toLowerCase().replace(' ', '.')}@${host}`, outside: true, groups: [],
});

export const people: Person[] = [
  staff(1, 'Olive Marsh', 'Office manager', 'Office'),
  staff(2, 'Daniel Okafor', 'Deputy head', 'SLT'),
  staff(3, 'Priya Raman', 'Assistant head', 'SLT'),
  staff(4, 'Helen Whitlock', 'Head teacher', 'Head', 'SLT'),
  staff(5, 'Marcus Bell', 'Executive Head Teacher', 'Executive Head'),
  staff(6, 'Sara Lindqvist', 'Safeguarding lead', 'Safeguarding', 'SLT'),
  staff(7, 'Tom Ashby', 'Teacher'),
  governor(8, 'Gwen Adeyemi', 'Chair of governors', 'Chair', 'Governors'),
  parent(1, 'Amara Nwosu', 'mail.example'),
  parent(2, 'Kevin Doyle', 'post.example'),
  parent(3, 'Laila Haddad', 'mail.example'),
];

const shared = (n: number, name: string, displayName: string): SeedMailbox => ({
  oid: `e4d93f44-5c30-4f84-8d44-803b9f6d00${String(n).padStart(2, '0')}`,
  address: `${name}@${school.domain}`, displayName, kind: 'shared', granted: true,
});

export const mailboxes: SeedMailbox[] = [
  shared(1, 'school', 'Grove Primary School'),
  shared(2, 'letters', 'Grove Primary School letters'),
  ...people.filter((person) => !person.outside).map((person): SeedMailbox => ({
    oid: person.oid, address: person.mail, displayName: person.displayName, kind: 'user', granted: false,
  })),
];
