import { Badge } from '@fluentui/react-components';
import type { JSX } from 'react';
import { priorityWords, statusWords } from '../../src/concern/rules/screen-words.ts';
import type { Priority } from '../../src/concern/rules/words-of-the-school.ts';
import type { Row } from '../api/shapes.ts';

const priorityColours = { P0: 'danger', P1: 'severe', P2: 'informative', P3: 'informative', PX: 'informative' } as const;
const statusColours = { new: 'brand', open: 'informative', closed: 'success', 'set-aside': 'informative', 'needs-a-look': 'brand' } as const;

/** How soon, in words; the colour says nothing that the words do not. */
export function PriorityBadge({ priority }: { priority: Priority }): JSX.Element {
  return <Badge appearance={priority === 'P0' ? 'filled' : 'tint'} color={priorityColours[priority]} shape="rounded" size="large">{priorityWords[priority]}</Badge>;
}

export function StatusBadge({ status }: { status: Row['status'] }): JSX.Element {
  return <Badge appearance="tint" color={statusColours[status]} shape="rounded" size="large">{statusWords[status]}</Badge>;
}
