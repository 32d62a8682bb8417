import { createHash, randomBytes } from 'node:crypto';

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Row key of the event that makes version `n`: `e-000042`; its removable words lie beside it in `i-000042`. */
export const eventKey = (n: number): string => `e-${String(n).padStart(6, '0')}`;
export const itemKey = (n: number): string => `i-${String(n).padStart(6, '0')}`;

/** Each event carries the hash of the one before; a verifier needs no JSON rules, only the stored text. */
export function hashOfEvent(previous: string, n: number, body: string): string {
  return sha256(`${previous}\n${eventKey(n)}\n${body}`);
}

/** A salt keeps a short word (a name) from being guessed from its hash after it was removed. */
export function hashOfItem(salt: string, text: string): string {
  return sha256(`${salt}\n${text}`);
}

export const newSalt = (): string => randomBytes(16).toString('hex');
