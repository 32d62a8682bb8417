import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { requestKindOf } from '../../src/mail/rules/request-kind.ts';
import { whyNotThank } from '../../src/mail/rules/why-not-thank.ts';
import { grove } from './mail-school.ts';

const read = async (headers: string, text: string) => understandMail(await parseMail(new TextEncoder().encode(`To: school@grove.example\r\n${headers}\r\n\r\n${text}`)), grove);
const named = (people: { name: string; email: string | null }[]): string[] => people.map(({ name, email }) => `${name}${email === null ? '' : ` <${email}>`}`);

describe('whom to ask about where nobody can tell who wrote', () => {
  test('a scan: whoever signed, never the machine', async () => {
    const scan = await read('From: copier@grove.example\r\nSubject: Scan', 'Dear school,\nI am worried about the class group.\n\nKind regards,\nLaila Haddad\n');
    expect(scan.author).toBeNull();
    expect(named(scan.candidates)).toEqual(['Laila Haddad']);
  });

  test('pasted from outside, and nothing says that it was sent on: who is named in the header, then the sender; never the school\'s own people', async () => {
    const forward = await read('From: Kevin Doyle <kevin.doyle@post.example>\r\nSubject: Group', [
      '', 'From: Amara Nwosu <amara.nwosu@mail.example>', 'Date: Mon, 23 Nov 2026 at 21:04', 'Subject: Group', 'To: Kevin Doyle <kevin.doyle@post.example>', '',
      'You are all useless.', '', 'Best wishes', 'Amara', '',
      'From: Daniel Okafor <daniel.okafor@grove.example>', 'Sent: 22 November 2026', 'To: Amara Nwosu', 'Subject: Group', '', 'Please be kind.',
    ].join('\r\n'));
    expect(forward.author).toBeNull();
    expect(named(forward.candidates)).toEqual(['Amara Nwosu <amara.nwosu@mail.example>', 'Kevin Doyle <kevin.doyle@post.example>']);
  });

  test('a sender who is probably false is a candidate and no more', async () => {
    const forged = await read('Authentication-Results: dmarc=fail action=oreject; compauth=fail\r\nFrom: Amara Nwosu <amara.nwosu@mail.example>\r\nSubject: Group', 'He threatened me.');
    expect(forged.author).toBeNull();
    expect(named(forged.candidates)).toEqual(['Amara Nwosu <amara.nwosu@mail.example>']);
  });

  test('nobody is offered where it is known, and it is said how', async () => {
    const plain = await read('From: Amara Nwosu <amara.nwosu@mail.example>\r\nSubject: Group', 'One of the dads called the teacher useless.');
    expect(plain).toMatchObject({ candidates: [], authorEvidence: 'From the email\'s own header' });
    const sentOn = await read('From: Olive Marsh <olive.marsh@grove.example>\r\nSubject: FW: Group', '\r\nFrom: Amara Nwosu <amara.nwosu@mail.example>\r\nSent: 23 November 2026 21:04\r\nTo: Olive Marsh\r\nSubject: Group\r\n\r\nOne of the dads called the teacher useless.');
    expect(sentOn).toMatchObject({ author: { email: 'amara.nwosu@mail.example' }, authorEvidence: 'From the forwarded header' });
  });

  test('at most five, and a mail of many thousand signatures takes no time', async () => {
    const many = await read('From: copier@grove.example\r\nSubject: Scan', Array.from({ length: 20_000 }, (_, n) => `Best\r\nAnna ${'ABCDEFGH'.charAt(n % 8)}ell${String.fromCharCode(97 + (n % 26))}\r\n`).join('\r\n'));
    expect(many.candidates).toHaveLength(5);
  });
});

describe('a thank-you never goes', () => {
  const amara = { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' };
  const mail = (headers: string) => parseMail(new TextEncoder().encode(`${headers}\r\nSubject: Hello\r\n\r\nHello\r\n`));
  test.each([
    ['to a bounce', 'From: MAILER-DAEMON@mail.example\r\nX-Failed-Recipients: a@b.example', { name: '', email: 'mailer-daemon@mail.example' }, /delivery report/],
    ['to an automatic reply', 'From: amara.nwosu@mail.example\r\nAuto-Submitted: auto-replied', amara, /automatic reply/],
    ['to a mailing to many', 'From: news@mail.example\r\nList-Unsubscribe: <mailto:x@mail.example>', { name: 'News', email: 'news@mail.example' }, /mailing to many/],
    ['to a list', 'From: Year 3 <year3@lists.example>\r\nList-Id: Year 3 <year3.lists.example>\r\nList-Post: <mailto:year3@lists.example>', { name: 'Year 3', email: 'year3@lists.example' }, /everybody on it/],
    ['to a form', 'From: wordpress@forms.example', { name: '', email: 'wordpress@forms.example' }, /device or a form/],
    ['to whom no address is known', 'From: copier@grove.example', { name: 'Amara Nwosu', email: null }, /no address/],
    ['to one of the school', 'From: tom.ashby@grove.example', { name: 'Tom Ashby', email: 'tom.ashby@grove.example' }, /somebody at the school/],
  ])('%s', async (_, headers, to, sentence) => { expect(whyNotThank(await mail(headers), to, 'none', grove)).toMatch(sentence); });

  test('to a sender in doubt; to a parent it does', async () => {
    const plain = await mail('From: amara.nwosu@mail.example');
    expect(whyNotThank(plain, amara, 'doubtful', grove)).toMatch(/could not be verified/);
    expect(whyNotThank(plain, amara, 'pass', grove)).toBeNull();
  });
});

test.each([
  ['I want everything you hold about my son, and delete the rest.', 'personal-data'],
  ['Under the Freedom of Information Act please say how many exclusions there were.', 'freedom-of-information'],
  ['This is an FOI request for all emails about me.', 'personal-data'],
])('%s: %s', (text, kind) => {
  expect(requestKindOf({ route: 'conduct', dataRequest: true, dataWords: '', text }, '')).toBe(kind);
  expect(requestKindOf({ route: 'conduct', dataRequest: false, dataWords: '', text }, '')).toBeNull();
});
