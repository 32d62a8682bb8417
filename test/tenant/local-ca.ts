import { X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCA, createCert } from 'mkcert';

/** Where the three files are: `ca.pem` for `NODE_EXTRA_CA_CERTS`, the other two for the TLS server. */
export interface LocalCa { caFile: string; certFile: string; keyFile: string }

const VALID_DAYS = 365;
const RENEW_WITHIN_MS = 14 * 86_400_000;

/**
 * A certificate authority for this machine, made on first start into `folder` and used again later.
 *
 * `mkcert` can't write name constraints, so the certificate itself doesn't say "localhost only". What keeps it harmless:
 * the authority's own private key is never written down and is forgotten as soon as it has signed the one certificate
 * for localhost and 127.0.0.1. Nobody, not even this machine, can sign another name with it.
 */
export async function localCa(folder: string): Promise<LocalCa> {
  const files = { caFile: join(folder, 'ca.pem'), certFile: join(folder, 'cert.pem'), keyFile: join(folder, 'key.pem') };
  if (!stillGood(files)) await make(folder, files);
  return files;
}

function stillGood(files: LocalCa): boolean {
  if (![files.caFile, files.certFile, files.keyFile].every((file) => existsSync(file))) return false;
  const leaf = new X509Certificate(readFileSync(files.certFile));
  return Date.parse(leaf.validTo) - Date.now() > RENEW_WITHIN_MS;
}

async function make(folder: string, files: LocalCa): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const ca = await createCA({
    organization: 'Concern Desk local (this machine only)', countryCode: 'GB', state: 'London', locality: 'London', validity: VALID_DAYS,
  });
  const leaf = await createCert({ ca, domains: ['localhost', '127.0.0.1'], validity: VALID_DAYS });
  writeFileSync(files.caFile, ca.cert);
  writeFileSync(files.certFile, `${leaf.cert}\n${ca.cert}`);
  writeFileSync(files.keyFile, leaf.key, { mode: 0o600 });
}
