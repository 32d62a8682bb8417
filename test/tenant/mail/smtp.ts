import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Tenant } from '../tenant.ts';
import { deliver, isDeliverable } from './deliver.ts';
import { withVerdict } from './mime/verdict.ts';

export interface SmtpDoor { port: number; stop(): Promise<void> }

/** Exchange's own limit for a message from outside. */
const MAX_BYTES = 150 * 1024 * 1024;

/** SMTP on 127.0.0.1 for any client, without sign-in and without TLS. What arrives is kept byte for byte. */
export async function startSmtp(tenant: Tenant, port: number): Promise<SmtpDoor> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'], authOptional: true, disableReverseLookup: true, size: MAX_BYTES, logger: false, closeTimeout: 500,
    onRcptTo: (address, _session, done) => { done(isDeliverable(tenant, address.address) ? null : refusal(550, '5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup')); },
    onData: (stream, session, done) => { void accept(tenant, stream, session).then(() => { done(null, '2.6.0 Queued mail for delivery'); }, (error: unknown) => { done(error instanceof Error ? error : new Error(String(error))); }); },
  });
  await new Promise<void>((ready, refuse) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') refuse(new Error(`Port ${String(port)} is already in use, so the mail door (SMTP) can't start. Stop what uses it, or choose another port.`));
    });
    server.listen(port, '127.0.0.1', ready);
  });
  return { port: (server.server.address() as AddressInfo).port, stop: () => new Promise((done) => { server.close(() => { done(); }); }) };
}

async function accept(tenant: Tenant, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  if (stream.sizeExceeded) throw refusal(552, '5.3.4 Message size exceeds fixed maximum message size');
  const sender = session.envelope.mailFrom === false ? '' : session.envelope.mailFrom.address;
  await deliver(tenant, withVerdict(tenant, sender, Buffer.concat(parts)), session.envelope.rcptTo.map((one) => one.address));
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
