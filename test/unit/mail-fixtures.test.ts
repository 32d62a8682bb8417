import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseMail, UnreadableMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { grove, namesOf } from './mail-school.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'mail');

const amara = 'amara.nwosu@mail.example';
const kevin = 'kevin.doyle@post.example';
const laila = 'laila.haddad@mail.example';
const tom = 'tom.ashby@grove.example';
const olive = 'olive.marsh@grove.example';

interface Expected {
  author: string | null;
  forwarder?: string;
  route: string;
  priority: string;
  /** Clauses that must be among those found. */
  clauses?: string[];
  automated?: string;
  replyTo?: string;
  exhibits?: string[];
  folded?: number;
  about?: string[];
  text?: string;
}

/** Each fixture and what reading it must come to. A row is added with every kind of mail that a school shows us. */
const table: Record<string, Expected> = {
  '01-whatsapp-abuse': { author: amara, route: 'conduct', priority: 'P2', clauses: ['IA1'], exhibits: ['Screenshot_20261012.png'], about: [] },
  '02-threat-bat': { author: amara, route: 'conduct', priority: 'P0', clauses: ['IA7', 'IA9'] },
  '03-threat-weak': { author: laila, route: 'conduct', priority: 'P1', clauses: ['IA7'] },
  '04-disclosure': { author: amara, route: 'safeguarding', priority: 'P1', about: [] },
  '05-welfare': { author: kevin, route: 'safeguarding', priority: 'P0' },
  '06-hate': { author: laila, route: 'conduct', priority: 'P1', clauses: ['IA1', 'IA2', 'GR4'] },
  '07-staff-allegation': { author: 'bisi.coker@mail.example', route: 'staff-conduct', priority: 'P1', about: ['Tom'] },
  '08-accuses-head': { author: kevin, route: 'staff-conduct', priority: 'P2', about: ['Helen'] },
  '09-greets-head': { author: amara, route: 'conduct', priority: 'P2', about: [] },
  '10-polite-complaint': { author: kevin, route: 'complaint', priority: 'P3', clauses: [] },
  '11-sar': { author: kevin, route: 'data-request', priority: 'P2' },
  '12-foi': { author: 'p.sen@press.example', route: 'data-request', priority: 'P2' },
  '13-erasure': { author: laila, route: 'data-request', priority: 'P2' },
  '14-newsletter': { author: 'news@sport.example', route: 'not-a-concern', priority: 'PX', automated: 'bulk' },
  '15-out-of-office': { author: 'priya.raman@grove.example', route: 'not-a-concern', priority: 'PX', automated: 'auto-reply' },
  '16-bounce': { author: 'mailer-daemon@post.example', route: 'not-a-concern', priority: 'PX', automated: 'bounce', exhibits: ['part-1.txt', 'part-2.eml'] },
  '17-calendar': { author: kevin, route: 'not-a-concern', priority: 'PX', automated: 'calendar', exhibits: ['part-1.ics'] },
  '18-absence': { author: amara, route: 'not-a-concern', priority: 'PX' },
  '19-invoice': { author: 'accounts@paper.example', route: 'not-a-concern', priority: 'PX', exhibits: ['invoice (42).pdf'] },
  '20-spam': { author: 'hello@stickers.example', route: 'not-a-concern', priority: 'PX' },
  '21-job': { author: 'rosa.lim@mail.example', route: 'not-a-concern', priority: 'PX' },
  '22-thanks': { author: laila, route: 'not-a-concern', priority: 'PX', about: [] },
  '23-lost-jumper': { author: amara, route: 'unsure', priority: 'P3' },
  '30-fwd-outlook-web': { author: amara, forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA1'], text: 'Hi Mr Ashby,' },
  '31-fwd-gmail': { author: kevin, forwarder: 'gwen.adeyemi@grove.example', route: 'conduct', priority: 'P3', clauses: ['IA3'] },
  '32-fwd-apple': { author: laila, forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA6b'], text: 'Somebody posted photos' },
  '33-fwd-outlook-classic': { author: laila, forwarder: olive, route: 'conduct', priority: 'P2', clauses: ['IA1'], text: 'Dear Olive – the parents’ group' },
  '34-fwd-outlook-ios': { author: kevin, forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA2'] },
  '35-fwd-spanish': { author: 'lucia.ramos@mail.example', forwarder: olive, route: 'conduct', priority: 'P2', clauses: ['IA9'] },
  '36-fwd-german-samsung': { author: 'jan.vogel@mail.example', forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA1'] },
  '37-fwd-attachment': { author: amara, forwarder: tom, route: 'conduct', priority: 'P2', exhibits: ['Screenshots.eml', 'IMG_1.png'], text: 'These are the screenshots' },
  '38-fwd-chain': { author: laila, forwarder: olive, route: 'conduct', priority: 'P2', about: [] },
  '39-fwd-of-conversation': { author: kevin, forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA5'], folded: 6 },
  '40-fwd-without-header': { author: null, forwarder: tom, route: 'conduct', priority: 'P2' },
  '41-fwd-html': { author: amara, forwarder: tom, route: 'conduct', priority: 'P2', clauses: ['IA2'], text: 'The class chat' },
  '42-unclear-third-party': { author: null, route: 'unsure', priority: 'P3', clauses: ['IA7'] },
  '50-reply-gmail': { author: amara, route: 'not-a-concern', priority: 'PX', replyTo: 'GRV-26-0042', folded: 5 },
  '51-reply-outlook': { author: kevin, route: 'not-a-concern', priority: 'PX', replyTo: 'GRV-26-0107', folded: 6 },
  '52-bottom-post': { author: kevin, route: 'not-a-concern', priority: 'PX', folded: 3, text: 'Yes, Tuesday is fine.\n\nNo thank you.' },
  '53-quotes-as-evidence': { author: laila, route: 'conduct', priority: 'P2', clauses: ['IA4'], folded: 0 },
  '60-html-only': { author: amara, route: 'conduct', priority: 'P2', text: 'Hello,\n\nthe class’s WhatsApp group' },
  '61-latin1': { author: 'jose@mail.example', route: 'conduct', priority: 'P2', clauses: ['IA1'], text: 'Señora directora' },
  '62-utf16-attachment-name': { author: amara, route: 'conduct', priority: 'P2', clauses: ['IA9'], exhibits: ['Nöte 🎤.opus'] },
  '63-winmail': { author: 'old@mail.example', route: 'conduct', priority: 'P2', exhibits: ['winmail.dat'] },
  '64-no-text-picture': { author: amara, route: 'unsure', priority: 'P3', exhibits: ['IMG_0001.png'] },
  '65-no-boundary': { author: amara, route: 'conduct', priority: 'P2' },
  '66-unknown-charset': { author: amara, route: 'conduct', priority: 'P2' },
  '67-no-headers': { author: null, route: 'conduct', priority: 'P2' },
  '68-inline-cid': { author: amara, route: 'conduct', priority: 'P2', exhibits: ['image001.png'] },
  '69-empty-body': { author: amara, route: 'unsure', priority: 'P3' },
  '72-two-senders': { author: null, route: 'conduct', priority: 'P2' },
  '73-spoofed': { author: null, route: 'conduct', priority: 'P2' },
  '74-mbox-line': { author: amara, route: 'unsure', priority: 'P3' },
  '75-pta-list': { author: amara, route: 'conduct', priority: 'P2' },
  '76-swearing-at-office': { author: kevin, route: 'conduct', priority: 'P2', clauses: ['IA5', 'IA2'] },
  '77-petition': { author: amara, route: 'conduct', priority: 'P3', clauses: ['IA6a'] },
  '78-election': { author: amara, route: 'conduct', priority: 'P3', clauses: ['GR2'] },
  '79-bat-false-friend': { author: amara, route: 'not-a-concern', priority: 'PX' },
  '80-head-lice': { author: amara, route: 'unsure', priority: 'P3' },
  '81-told-head': { author: laila, route: 'conduct', priority: 'P2', about: [] },
  '82-told-head-did-nothing': { author: laila, route: 'conduct', priority: 'P2', about: ['Helen'] },
  '83-dear-head-you': { author: kevin, route: 'staff-conduct', priority: 'P2', about: ['Helen?'] },
  '84-dsl': { author: kevin, route: 'unsure', priority: 'P3', about: ['Sara'] },
  '85-exec-money': { author: amara, route: 'conduct', priority: 'P2', clauses: ['IA4'], about: ['Marcus?'] },
  '86-suspicious-link': { author: amara, route: 'unsure', priority: 'P3' },
};

const unreadable = ['70-empty-file', '71-a-picture'];

async function readFixture(name: string): Promise<Record<string, unknown>> {
  const mail = await parseMail(readFileSync(join(folder, `${name}.eml`)));
  const read = understandMail(mail, grove);
  const wanted = table[name];
  return {
    author: read.author?.email ?? null,
    ...(read.forwarder === null ? {} : { forwarder: read.forwarder.email }),
    route: read.route, priority: read.priority,
    ...(wanted?.clauses === undefined ? {} : { clauses: wanted.clauses.length === 0 ? read.clauses.map((each) => each.id) : wanted.clauses.filter((id) => read.clauses.some((each) => each.id === id)) }),
    ...(read.automated === null ? {} : { automated: read.automated }),
    ...(read.replyTo === null ? {} : { replyTo: read.replyTo }),
    ...(mail.exhibits.length === 0 ? {} : { exhibits: mail.exhibits.map((each) => each.name) }),
    ...(wanted?.folded === undefined ? {} : { folded: read.folded }),
    ...(wanted?.about === undefined ? {} : { about: namesOf(read.about) }),
    ...(wanted?.text === undefined ? {} : { text: read.text.slice(0, wanted.text.length) }),
  };
}

describe('reading the fixture mails', () => {
  test.each(Object.keys(table))('%s', async (name) => {
    expect(await readFixture(name)).toEqual(table[name]);
  });

  test.each(unreadable)('%s is refused with a sentence', async (name) => {
    const refusal = await parseMail(readFileSync(join(folder, `${name}.eml`))).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UnreadableMail);
    expect((refusal as UnreadableMail).message).toMatch(/^[A-Z].*\.$/);
  });

  test('no fixture is forgotten', () => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.eml')).map((name) => name.replace('.eml', ''));
    expect(names.sort()).toEqual([...Object.keys(table), ...unreadable].sort());
  });

  test('the words of every clause stand in the mail', async () => {
    for (const name of Object.keys(table)) {
      const mail = await parseMail(readFileSync(join(folder, `${name}.eml`)));
      const read = understandMail(mail, grove);
      const places = [mail.subject, mail.text, read.text, ...mail.exhibits.map((each) => each.name)].join('\n');
      for (const clause of read.clauses) expect(places).toContain(clause.quote);
    }
  });
});
