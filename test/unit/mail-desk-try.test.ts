import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { tryMail, type TriedMail } from '../../src/desk/try.ts';

const fixtures = join(import.meta.dirname, '..', 'fixtures', 'mail');
let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'try-')); });
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

async function desk(words: string[], json = true): Promise<{ code: number; lines: string[]; mails: TriedMail[] }> {
  const lines: string[] = [];
  const code = await tryMail({ words, switches: json ? { json: true } : {}, print: (line) => { lines.push(line); }, complain: () => undefined });
  return { code, lines, mails: json ? lines.map((line) => JSON.parse(line) as TriedMail) : [] };
}

describe('desk try', () => {
  test('says of a mail all that was promised, in one line', async () => {
    const { code, mails } = await desk([join(fixtures, '01-whatsapp-abuse.eml')]);
    expect(code).toBe(0);
    expect(Object.keys(mails[0] ?? {})).toEqual(['file', 'ok', 'error', 'author', 'forwarder', 'confidence', 'route', 'priority', 'clauses', 'automated', 'replyTo', 'exhibits', 'text', 'folded', 'language', 'parts', 'cannotRead', 'notes', 'reason', 'weighed', 'dataRequest']);
    expect(mails[0]).toMatchObject({ ok: true, error: null, author: { name: 'Amara Nwosu', email: 'amara.nwosu@mail.example' }, forwarder: null, route: 'conduct', automated: null, replyTo: null });
  });

  test('knows the staff by the mailbox that the mail was sent to', async () => {
    const { mails } = await desk([join(fixtures, '30-fwd-outlook-web.eml')]);
    expect(mails[0]).toMatchObject({ author: { email: 'amara.nwosu@mail.example' }, forwarder: { email: 'tom.ashby@grove.example' } });
  });

  test('an exhibit has the hash of its decoded bytes', async () => {
    const bytes = Buffer.from([0, 1, 2, 250, 255]);
    const file = join(folder, 'one.eml');
    writeFileSync(file, `From: a@x.example\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64')}\r\n`);
    const { mails } = await desk([file]);
    expect(mails[0]?.exhibits).toEqual([{ name: 'a.pdf', type: 'application/pdf', bytes: 5, sha256: createHash('sha256').update(bytes).digest('hex') }]);
  });

  test('a folder is read in name order, with all below it, and named as given', async () => {
    const { code, mails } = await desk([join(fixtures, 'folder-order')]);
    expect(code).toBe(0);
    expect(mails.map((mail) => mail.file)).toEqual([join(fixtures, 'folder-order', 'a', 'z.eml'), join(fixtures, 'folder-order', 'b.eml')]);
  });

  test('what cannot be read is a line with a sentence, and exit code 1; the others are read all the same', async () => {
    const { code, mails } = await desk([join(folder, 'nowhere.eml'), join(fixtures, '71-a-picture.eml'), join(fixtures, '18-absence.eml')]);
    expect(code).toBe(1);
    expect(mails.map((mail) => mail.ok)).toEqual([false, false, true]);
    expect(mails[0]?.error).toBe('There is no such file or folder.');
  });

  test('for a person it prints a readable block', async () => {
    const { lines } = await desk([join(fixtures, '03-threat-weak.eml')], false);
    expect(lines.join('\n')).toContain('P1  conduct\n  It says "wait till I see".\n  written by Laila Haddad <laila.haddad@mail.example> (0.97)\n  IA7  "wait till I see"');
  });

  test('nothing to read is asked wrongly', async () => {
    expect((await desk([])).code).toBe(2);
  });
});
