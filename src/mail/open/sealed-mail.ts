import type { MailExhibit } from '../rules/mail.ts';

/** What can be asked of a mail to see whether its words are locked away. */
export interface SealedSigns {
  contentType: string;
  text: string;
  exhibits: readonly MailExhibit[];
  hasHeader: (name: string) => boolean;
}

interface Sealed { sentence: string; is: (mail: SealedSigns) => boolean }

const namedLike = (mail: SealedSigns, name: RegExp, type?: RegExp): boolean => mail.exhibits.some((each) => name.test(each.name) || type?.test(each.type) === true);
/** A wrapper says little, and says this; a long mail that mentions the service is a mail. */
const saysBriefly = (mail: SealedSigns, words: RegExp): boolean => mail.text.length < 6_000 && words.test(mail.text);

/** The ways in which mail is locked that schools get, each known by what its maker puts into it. The first that fits says so. */
const kinds: readonly Sealed[] = [
  {
    sentence: 'This email is protected by Microsoft Purview. Open it in Outlook, or follow the link in it with the school\'s account.',
    is: (mail) => namedLike(mail, /^message(?:_v\d)?\.rpmsg$/i, /^application\/x-microsoft-rpmsg-message$/)
      || (mail.hasHeader('x-microsoft-rpmsg') || saysBriefly(mail, /\bread the message\b[\s\S]{0,600}(?:outlook\.office365\.com\/encryption|microsoft purview message encryption)|protected message[\s\S]{0,300}office ?365 message encryption|microsoft purview message encryption/i)),
  },
  {
    sentence: 'This email is encrypted (PGP). Only whoever holds the key can open it; ask the sender to send it another way.',
    is: (mail) => /^multipart\/encrypted\b/.test(mail.contentType) || namedLike(mail, /\.(?:pgp|gpg)$/i, /^application\/pgp-encrypted$/) || mail.text.includes('-----BEGIN PGP MESSAGE-----'),
  },
  {
    sentence: 'This email was sent through Egress. Open it in Outlook and follow its link, or sign in to Egress.',
    is: (mail) => namedLike(mail, /\.switch$/i, /^application\/x-egress/) || mail.hasHeader('x-egress-switch-package') || saysBriefly(mail, /\b(?:switch|reader)\.egress\.com\b|\begress (?:switch|protect|secure email|secure workspace)\b[\s\S]{0,300}\b(?:encrypted|secure|read|open|click)\b/i),
  },
  {
    sentence: 'This email is encrypted (Cisco Secure Email). Open it in Outlook, then open the attachment in a browser.',
    is: (mail) => namedLike(mail, /^securedoc(?:_\w{1,60})?\.html?$/i) || saysBriefly(mail, /\bcisco (?:secure email encryption|registered envelope)\b/i),
  },
  {
    sentence: 'This email is encrypted (Proofpoint). Open it in Outlook, then open the attachment in a browser.',
    is: (mail) => namedLike(mail, /^securemessageatt\.html?$/i) || saysBriefly(mail, /\b(?:proofpoint (?:encryption|protected message)|securemail\.proofpoint|securereader)\b/i),
  },
  {
    sentence: 'This email is held by Mimecast Secure Messaging. Open it in Outlook and follow its link.',
    is: (mail) => saysBriefly(mail, /\b(?:mimecast secure messag|secure\.mimecast|webmail-[\w-]{1,20}\.mimecast\.com)/i) && saysBriefly(mail, /\b(?:secure message|log ?in|sign in|view|read|open|collect)\b/i),
  },
  {
    sentence: 'This email is kept by a service for encrypted mail. Open it in Outlook and follow its link or open its attachment.',
    is: (mail) => namedLike(mail, /(?:\.tdf(?:\.html)?|\.gxk|^(?:zixmessage|secure[-_ ]?message|encrypted[-_ ]?message|message_zdm)\.html?)$/i)
      || saysBriefly(mail, /\b(?:zix ?(?:mail|corp|port)\w*|zixmessagecenter|virtru|galaxkey|trend ?micro email encryption|barracuda (?:message center|email encryption)|nhsmail encrypt\w+|totemomail|echoworx|frama ?rmail)\b[\s\S]{0,600}\b(?:encrypted|secure)\b|\b(?:you have (?:received|a new) (?:a |an )?(?:new )?(?:secure|encrypted) (?:e-?mail|message))\b/i),
  },
];

/** A sentence that says what keeps a person from reading it here and what to do, or null. */
export function sealedMail(mail: SealedSigns): string | null {
  return kinds.find((kind) => kind.is(mail))?.sentence ?? lockedFile(mail.exhibits);
}

export const encryptedMail = 'This email is encrypted (S/MIME). Open it in Outlook, as the person it was sent to.';

function lockedFile(exhibits: readonly MailExhibit[]): string | null {
  const locked = exhibits.find((each) => isLockedZip(each.bytes) || isLockedOffice(each));
  return locked === undefined ? null : `"${locked.name}" is locked with a password. Open it in Outlook with the password, or ask the sender for it.`;
}

/** The first bit of the flags of the first file in it. Nothing is unpacked. */
function isLockedZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04 && ((bytes[6] ?? 0) & 1) === 1;
}

/** A Word or Excel file with a password is a compound file that names its "EncryptedPackage". */
function isLockedOffice({ bytes, name }: MailExhibit): boolean {
  if (!/\.(?:docx|xlsx|pptx|docm|xlsm)$/i.test(name) || bytes[0] !== 0xd0 || bytes[1] !== 0xcf) return false;
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
