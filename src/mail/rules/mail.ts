/** A person as a mail names them. `email` is lower case; null when the mail gives only a name. */
export interface MailPerson {
  name: string;
  email: string | null;
}

export interface MailHeader {
  /** Lower case. */
  name: string;
  value: string;
}

/** Every MIME part that is not the text: attachments, inline pictures, calendar parts, nested mails. */
export interface MailExhibit {
  name: string;
  type: string;
  bytes: Uint8Array;
  /** Shown inside the text (a picture of the HTML) rather than hung on the mail. */
  inline: boolean;
}

/** A mail inside a mail (forwarded as attachment). `exhibit` is its place in `exhibits`, where its bytes are kept too. */
export interface NestedMail {
  exhibit: number;
  mail: ParsedMail;
}

/** Where the parts of a mail went: each is in the text or hangs on it. */
export interface MailParts {
  inAll: number;
  asText: number;
  asExhibits: number;
  /** Those among the exhibits that the parser had passed over, that stand beside the parts, or that are too long to be text. */
  passedOver: number;
}

/** A language other than English, by its code and as people call it. */
export interface MailLanguage { code: string; name: string }

/** One mail as `parseMail` reads it. Nothing here is judged yet. */
export interface ParsedMail {
  from: MailPerson | null;
  /** More than one From header, or several people in it: whoever reads this should doubt the author. */
  fromIsUnclear: boolean;
  to: MailPerson[];
  cc: MailPerson[];
  replyTo: MailPerson[];
  /** ISO 8601, or null when absent or no date. */
  date: string | null;
  messageId: string | null;
  inReplyTo: string | null;
  references: string[];
  subject: string;
  /** Plain text of the mail, made from the HTML where there is no plain part. Line ends are \n. */
  text: string;
  /** The version of the text that is not shown (HTML beside plain), where it says something else; or ''. It hangs on the mail too. */
  otherText: string;
  exhibits: MailExhibit[];
  nested: NestedMail[];
  headers: MailHeader[];
  /** Content type of the whole mail with its parameters, lower case. */
  contentType: string;
  parts: MailParts;
  /** Why its words cannot be read here and what to do ("This email is encrypted. Open it in Outlook."), or null. */
  cannotRead: string | null;
  /** What else a person should know of how it was read. */
  notes: readonly string[];
  /** Null where it is English, or nothing says that it is not. */
  language: MailLanguage | null;
}

/** First value of a header, or null. */
export function headerOf(mail: ParsedMail, name: string): string | null {
  return mail.headers.find((header) => header.name === name)?.value ?? null;
}

export function domainOf(email: string | null): string {
  return email === null ? '' : email.slice(email.lastIndexOf('@') + 1);
}
