import { Avatar, type AvatarProps } from '@fluentui/react-components';
import type { JSX } from 'react';

/**
 * A person's initials in their colour. They are painted, not written: a button with a face on it says its name to a screen
 * reader without them, and whoever drives it by voice need not say them.
 */
export function Face({ name, size, className }: { name: string; size: NonNullable<AvatarProps['size']>; className?: string }): JSX.Element {
  return <Avatar name={name} initials={{ children: <span className="painted" data-text={initialsOf(name)} /> }} color="colorful" size={size} className={className} aria-hidden />;
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.@]+/).filter((word) => /^\p{L}/u.test(word));
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}
