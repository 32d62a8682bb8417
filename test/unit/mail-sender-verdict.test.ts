import { describe, expect, test } from '@jest/globals';
import { parseMail } from '../../src/mail/parse-mail.ts';
import type { SenderVerdict } from '../../src/concern/rules/words-of-the-school.ts';
import { isUnverified, senderVerdict } from '../../src/mail/rules/sender-verdict.ts';

const mailWith = (...results: string[]) => parseMail(new TextEncoder().encode(
  `${results.map((each) => `Authentication-Results: ${each}\r\n`).join('')}From: Amara Nwosu <amara.nwosu@mail.example>\r\nSubject: Hello\r\n\r\nHello\r\n`,
));

describe('the tenant\'s verdict on a sender', () => {
  test.each<[string, SenderVerdict]>([
    ['spf=pass smtp.mailfrom=mail.example; dkim=pass; dmarc=pass action=none header.from=mail.example; compauth=pass reason=100', 'pass'],
    ['spf=pass; dkim=none; dmarc=bestguesspass action=none; compauth=pass reason=109', 'pass'],
    ['spf=fail; dkim=fail; dmarc=fail action=oreject header.from=mail.example; compauth=fail reason=000', 'fail'],
    ['spf=fail; dkim=none; dmarc=fail action=quarantine header.from=mail.example', 'fail'],
    ['spf=none; dkim=none; dmarc=none; compauth=fail reason=001', 'fail'],
    ['spf=fail; dkim=none; dmarc=fail action=none header.from=mail.example', 'doubtful'],
    ['spf=pass; dkim=pass; dmarc=permerror action=none', 'doubtful'],
    ['spf=fail smtp.mailfrom=mail.example; dkim=none', 'doubtful'],
    ['spf=fail smtp.mailfrom=list.example; dkim=pass header.d=mail.example', 'none'],
    ['spf=none; dkim=none; dmarc=none', 'none'],
  ])('%s: %s', async (results, verdict) => {
    expect(senderVerdict(await mailWith(results))).toBe(verdict);
  });

  test('is none where the tenant said nothing, and then nothing is held up', async () => {
    expect(senderVerdict(await mailWith())).toBe('none');
    expect(isUnverified(await mailWith())).toBe(false);
  });

  describe('where a gateway stands in front', () => {
    const mail = (text: string) => parseMail(new TextEncoder().encode(`${text}From: Amara Nwosu <amara.nwosu@mail.example>\r\nSubject: Hello\r\n\r\nHello\r\n`));
    const gateway = { header: 'x-gateway-authentication-results', server: null };
    const tenants = 'Authentication-Results: spf=fail; dkim=fail; dmarc=fail action=oreject; compauth=fail\r\n';

    test('its word counts, not that of the tenant, to whom all mail seems to come from the gateway', async () => {
      const through = await mail(`${tenants}X-Gateway-Authentication-Results: spf=pass; dkim=pass; dmarc=pass\r\n`);
      expect(senderVerdict(through)).toBe('fail');
      expect(senderVerdict(through, gateway)).toBe('pass');
      expect(isUnverified(through, gateway)).toBe(false);
    });

    test('mail that went past it has the tenant\'s word', async () => {
      expect(senderVerdict(await mail(tenants), gateway)).toBe('fail');
    });

    test('of several the named server\'s counts, whatever stands above it', async () => {
      const two = await mail(`${tenants}Authentication-Results: mx.example 1; spf=pass; dmarc=pass\r\nAuthentication-Results: mx.example; dmarc=fail\r\n`);
      expect(senderVerdict(two, { header: 'authentication-results', server: 'mx.example' })).toBe('pass');
      expect(senderVerdict(two, { header: 'authentication-results', server: 'other.example' })).toBe('fail');
    });
  });

  test('is the topmost: what stands below was there before the mail arrived', async () => {
    const forged = await mailWith('spf=fail; dkim=none; dmarc=fail action=none', 'spf=pass; dkim=pass; dmarc=pass');
    expect(senderVerdict(forged)).toBe('doubtful');
    expect(isUnverified(forged)).toBe(true);
  });
});
