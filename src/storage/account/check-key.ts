import { Fault } from '../../ports.ts';

/** Keys can't hold these, and Azurite and Azure refuse them in different words. */
export function checkKey(key: string): string {
  if (key === '' || key.length > 500 || /[/\\#?]|\p{Cc}/u.test(key)) {
    throw new Fault('A storage key is empty, too long or holds one of / \\ # ? or a control character. Encode it before it is used as a key.', 'never');
  }
  return key;
}
