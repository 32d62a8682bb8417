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
  exhibits: MailExhibit[];
  nested: NestedMail[];
  headers: MailHeader[];
  /** Content type of the whole mail with its parameters, lower case. */
  contentType: string;
}

/** First value of a header, or null. */
export function headerOf(mail: ParsedMail, name: string): string | null {
  return mail.headers.find((header) => header.name === name)?.value ?? null;
}

export function domainOf(email: string | null): string {
  return email === null ? '' : email.slice(email.lastIndexOf('@') + 1);
}
