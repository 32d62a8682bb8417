import { Text, makeStyles, tokens } from '@fluentui/react-components';
import type { JSX } from 'react';
import type { AttachmentView } from '../../page-api/shapes.ts';
import { FileIcon, MailIcon, PdfIcon, PictureIcon } from '../look/icons.ts';
import { sizeText } from '../parts/sizes.ts';

const useStyles = makeStyles({
  list: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, listStyleType: 'none', margin: 0, padding: `0 ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalM}` },
  file: {
    display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS, maxWidth: '280px', padding: `6px ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground1, textDecorationLine: 'none', fontSize: '20px',
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke1}`, ':hover': { backgroundColor: tokens.colorNeutralBackground2 }, ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  words: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  name: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  size: { color: tokens.colorNeutralForeground2 },
});

export function AttachmentList({ attachments, base }: { attachments: AttachmentView[]; base: string }): JSX.Element | null {
  const styles = useStyles();
  if (attachments.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Attachments">
      {attachments.map((one) => (
        <li key={one.id}>
          <a className={styles.file} href={`${base}/attachments/${encodeURIComponent(one.id)}`} download={one.name}>
            <KindIcon one={one} />
            <span className={styles.words}>
              <Text size={200} weight="semibold" className={styles.name}><span className="visually-hidden">Download </span>{one.name}</Text>
              <Text size={100} className={styles.size}>{sizeText(one.size)}</Text>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function KindIcon({ one }: { one: AttachmentView }): JSX.Element {
  if (one.isMail) return <MailIcon />;
  if (one.contentType.startsWith('image/')) return <PictureIcon />;
  return one.contentType === 'application/pdf' ? <PdfIcon /> : <FileIcon />;
}
