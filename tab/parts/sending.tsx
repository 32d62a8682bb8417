import { Spinner } from '@fluentui/react-components';
import type { JSX } from 'react';

/** Stands there all the time, so that a screen reader hears it when it speaks. */
export function Sending({ slow }: { slow: boolean }): JSX.Element {
  return <div role="status">{slow ? <Spinner size="extra-tiny" labelPosition="after" label="Still working on it" /> : null}</div>;
}
