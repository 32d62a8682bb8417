import type { MailPerson } from '../../mail/rules/mail.ts';
import { withoutTraces } from './person-traces.ts';
import { personWhoToldUs, signatureBelow } from './signature.ts';

/**
 * The text without the person who told us: name, parts of the name, address and signature. A rule, not a reader: what gives a person
 * away by what it tells ("I am the mum of…") stays, which is why people are told to read before they show it on.
 */
export function withoutReporter(text: string, reporter: MailPerson | null): string {
  return withoutReporters(text, reporter === null ? [] : [reporter]);
}

export function withoutReporters(text: string, reporters: readonly MailPerson[]): string {
  return withoutSignatures(withoutTraces(text.replace(/\r\n?/g, '\n'), reporters, personWhoToldUs)).replace(telephone, '[a telephone number]');
}

/** "My number is 07700 900123": whoever may ring back reads the whole mail. */
const telephone = /(?<![\d+])(?:\+44|0044|\(?0)[\s()-]*(?:\d[\s()-]*){8,9}\d(?!\d)/g;

/** The lines under "Kind regards" or under a line of two hyphens: a name, a role, a telephone number. */
function withoutSignatures(text: string): string {
  const lines = text.split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    kept.push(line);
    const block = signatureBelow(lines, at);
    if (block === null) continue;
    kept.push(...lines.slice(at + 1, block.from), personWhoToldUs);
    at = block.to - 1;
  }
  return kept.join('\n');
}
