import { createTransport, type SendMailOptions } from 'nodemailer';

export interface Email { from: string; subject: string; text: string; headers?: Record<string, string>; attachments?: SendMailOptions['attachments']; inReplyTo?: string; html?: string }

/** Sends an email to school@ as any mail program would. */
export async function emailTheSchool(smtpPort: number, { from, headers = {}, ...mail }: Email): Promise<void> {
  const transport = createTransport({ host: '127.0.0.1', port: smtpPort, ignoreTLS: true });
  await transport.sendMail({ from, to: 'Grove Primary School <school@grove.example>', ...mail, headers });
  transport.close();
}

export const amara = 'Amara Nwosu <amara.nwosu@mail.example>';
export const kevin = 'Kevin Doyle <kevin.doyle@post.example>';
export const laila = 'Laila Haddad <laila.haddad@mail.example>';

/** What Amara saw: conduct of a parent in a class group, with a picture of it. */
export const aboutTheClassGroup: Email = {
  from: amara, subject: 'Class WhatsApp',
  text: 'Hello,\n\nI didn\'t want to be involved but I think school should know what is going on in the Year 3 WhatsApp group. One of the dads called Mr Ashby '
    + '"useless" and "always off sick" last night and others joined in. Please don\'t say it came from me.\n\nAmara\n',
  attachments: [{ filename: 'Screenshot of the group.png', content: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEUlEQVR42mO48+MYEDH8BwMAS8cLLzIROIQAAAAASUVORK5CYII=', 'base64') }],
};
