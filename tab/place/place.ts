/** Where somebody is in the tab. References may stand in an address; names and what was searched for never do. */
export type Place = { page: 'today' } | { page: 'register'; list: ListName } | { page: 'concern'; ref: string };

export const listNames = ['open', 'closed', 'needs-a-look', 'not-for-us'] as const;
export type ListName = (typeof listNames)[number];

const reference = /^[A-Z]{3}-\d{2}-\d{4,6}$/;

export function parsePlace(hash: string): Place {
  const [page, more] = hash.replace(/^#\/?/, '').split('/');
  if (page === 'register') return { page, list: listNames.find((each) => each === more) ?? 'open' };
  return page === 'concern' && more !== undefined && reference.test(more) ? { page, ref: more } : { page: 'today' };
}

export function addressOf(place: Place): string {
  if (place.page === 'register') return `#/register/${place.list}`;
  return place.page === 'concern' ? `#/concern/${place.ref}` : '#/';
}

/** A deep link names a concern; anything else opens the first page. */
export function placeOfLink(subPage: string | null): Place | null {
  return subPage !== null && reference.test(subPage) ? { page: 'concern', ref: subPage } : null;
}
