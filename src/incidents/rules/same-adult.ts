import type { Adult } from './adults-named.ts';
import { differentTitles } from './same-incident.ts';

/** The adults that a concern may be about, and what tells where they live or are written to. */
export interface Household { adults: readonly Adult[]; addresses: readonly string[] }

/** What may tie an earlier concern to this one; `reason` in words for a person. */
export interface SameAdult { kind: 'adult' | 'household'; reason: string }

/** The same name, or the same surname at the same address. A surname alone is borne by too many. */
export function sameAdult(now: Household, earlier: Household): SameAdult | null {
  for (const one of now.adults) for (const other of earlier.adults) {
    if (isSame(one, other)) return { kind: 'adult', reason: one.shown === other.shown ? `Both name ${one.shown}` : `Here "${one.shown}", there "${other.shown}"` };
  }
  const address = now.addresses.find((each) => earlier.addresses.includes(each));
  const surname = now.adults.find((one) => earlier.adults.some((other) => other.last === one.last));
  return address === undefined || surname === undefined ? null
    : { kind: 'household', reason: `Both name somebody called ${capital(surname.last)}, and the same address (${address})` };
}

/** With a first name on both sides it must be the same one; "Mr Doyle" may be Kevin Doyle, and is never Mrs Doyle. */
function isSame(one: Adult, other: Adult): boolean {
  if (one.last !== other.last || differentTitles(one.title, other.title)) return false;
  return one.first === '' || other.first === '' || one.first === other.first;
}

const postcode = /\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b/gi;
const street = /\b(\d{1,4}[a-z]?)\s+((?:\p{Lu}[\p{L}'’]+\s+){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Gardens|Terrace|Court|Place|Hill|Walk|Row|Mews|Rise|View|Rd|St|Ave))\b/gu;
const mailAddress = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

/** Postcodes, houses in a street and mail addresses, each in one spelling. */
export function addressesIn(text: string): string[] {
  return [
    ...[...text.matchAll(postcode)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`.toUpperCase()),
    ...[...text.matchAll(street)].map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`.replace(/\s+/g, ' ')),
    ...[...text.matchAll(mailAddress)].map(([found]) => found.toLowerCase()),
  ];
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
