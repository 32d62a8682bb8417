import { describe, expect, test } from '@jest/globals';
import type { MailPerson } from '../../src/mail/rules/mail.ts';
import { parseMail } from '../../src/mail/parse-mail.ts';
import { understandMail } from '../../src/mail/rules/read.ts';
import type { Understanding } from '../../src/mail/rules/understanding.ts';
import { whoToldUs } from '../../src/mail/rules/who-told-us.ts';
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
  const told = async (body: readonly string[]): Promise<Understanding> => {
    const text = [...body, '', '---------- Forwarded message ---------', 'From: Gil Stone <gil@stone.example>', 'Date: Tue, 3 Nov 2026 at 00:12', 'Subject: group', 'To: Nia Bryn <nia@bryn.example>', '', 'Your boy is a liar and so are you.'].join('\r\n');
    const mail = await parseMail(new TextEncoder().encode(`From: Nia Bryn <nia@bryn.example>\r\nTo: school@grove.example\r\nSubject: Fwd: group\r\n\r\n${text}\r\n`));
    return understandMail(mail, grove);
  };

  test('whoever sends on another\'s words with a story of their own, or without a word, tells of it', async () => {
    expect(await told(['He has sent this to me and to three others in the class and my son has seen it.'])).toMatchObject({ told: 'forwarder', author: { name: 'Gil Stone' } });
    expect((await told(['He has sent this to me and to three others in the class and my son has seen it.'])).text).toMatch(/^He has sent this[\s\S]*Gil Stone <gil@stone.example> wrote:[\s\S]*liar/);
    expect(await told([])).toMatchObject({ told: 'forwarder' });
  });

  test('whoever wrote it is then never the one who told us', async () => {
    expect(whoToldUs(await told([]))).toEqual({ reporter: { name: 'Nia Bryn', email: 'nia@bryn.example' }, forwarder: null });
    expect(whoToldUs(null)).toEqual({ reporter: null, forwarder: null });
  });

  test('whoever passes a letter on is a messenger', async () => {
    expect(await told(['My neighbour asked me to pass this on to the school as she has no computer at home now.'])).toMatchObject({ told: 'author' });
  });
});
