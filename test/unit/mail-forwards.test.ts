import { describe, expect, test } from '@jest/globals';
import type { MailPerson } from '../../src/mail/rules/mail.ts';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import { others, programs, type Forward } from './mail-forwards.ts';
import { grove } from './mail-school.ts';

const named = (person: MailPerson | null): string | null => (person === null ? null : [person.name === person.email ? '' : person.name, person.email === null ? '' : `<${person.email}>`].filter((part) => part !== '').join(' '));

async function read({ headers, body }: Forward): Promise<{ author: string | null; forwarder: string | null }> {
  const to = /^To:/m.test(headers) ? '' : 'To: school@grove.example\r\n';
  const mail = await parseMail(new TextEncoder().encode(`${to}Date: Tue, 3 Nov 2026 09:30:00 +0000\r\n${headers}\r\n\r\n${body}\r\n`));
  const { author, forwarder } = understandMail(mail, grove);
  return { author: named(author), forwarder: named(forwarder) };
}

describe('who wrote it, and who sent it on', () => {
  test.each(programs.map((each): [string, Forward] => [each.what, each]))('%s', async (_, each) => {
    expect(await read(each)).toEqual({ author: each.author, forwarder: each.forwarder });
  });

  test.each(others.map((each): [string, Forward] => [each.what, each]))('%s', async (_, each) => {
    expect(await read(each)).toEqual({ author: each.author, forwarder: each.forwarder });
  });
});

describe('who told the school', () => {
  const told = async (body: readonly string[], subject = 'Fwd: group'): Promise<string> => {
    const text = [...body, '', '---------- Forwarded message ---------', 'From: Gil Stone <gil@stone.example>', 'Date: Tue, 3 Nov 2026 at 00:12', 'Subject: group', 'To: Nia Bryn <nia@bryn.example>', '', 'Your boy is a liar and so are you.'].join('\r\n');
    const mail = await parseMail(new TextEncoder().encode(`From: Nia Bryn <nia@bryn.example>\r\nTo: school@grove.example\r\nSubject: ${subject}\r\n\r\n${text}\r\n`));
    return understandMail(mail, grove).told;
  };

  test('whoever sends on another\'s words with a story of their own, or without a word, tells of it', async () => {
    expect(await told(['He has sent this to me and to three others in the class and my son has seen it.'])).toBe('forwarder');
    expect(await told([])).toBe('forwarder');
  });

  test('whoever passes a letter on is a messenger', async () => {
    expect(await told(['My neighbour asked me to pass this on to the school as she has no computer at home now.'])).toBe('author');
  });
});
