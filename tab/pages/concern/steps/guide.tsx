import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { Choosable } from '../../../../src/concern/rules/words-of-the-school.ts';
import { responses } from '../../../../src/responses/rules/responses.ts';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  quote: { color: tokens.colorNeutralForeground2 },
  lists: { display: 'grid', gap: tokens.spacingVerticalM, gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 250px), 1fr))' },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, marginBottom: tokens.spacingVerticalXS },
  list: { listStyleType: 'disc', paddingLeft: '20px', display: 'grid', gap: tokens.spacingVerticalXS },
});

/** What the school's guide says of one response: when it fits, when not, what comes first. */
export function Guide({ response }: { response: Choosable }): JSX.Element {
  const styles = useStyles();
  if (response === 'closing-note') return <Text>A short, neutral note to the person who told us: that it was looked into, that we cannot share details about other families, and whom to tell if it happens again.</Text>;
  const guide = responses[response];
  return (
    <div className={styles.root}>
      <Text className={styles.quote}>{guide.quote === null ? 'School practice: the policy does not mention it.' : `The policy: "${guide.quote}"`}</Text>
      <div className={styles.lists}>
        <Lines title="When it fits" lines={guide.when} /><Lines title="When not" lines={guide.notWhen} />
        <Lines title="Before you do" lines={guide.beforeYouDo} /><Lines title="Keep in mind" lines={guide.warnings} />
      </div>
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }): JSX.Element | null {
  const styles = useStyles();
  if (lines.length === 0) return null;
  return <div><h3 className={styles.title}>{title}</h3><ul className={styles.list}>{lines.map((line) => <li key={line}>{line}</li>)}</ul></div>;
}
