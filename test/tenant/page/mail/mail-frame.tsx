import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type JSX } from 'react';
import type { MailView } from '../../page-api/shapes.ts';
import { fluentTheme } from '../look/themes.ts';
import { useTheme } from '../look/use-theme.ts';

const useStyles = makeStyles({
  frame: { flex: 1, minHeight: '120px', width: '100%', border: 'none' },
  text: { flex: 1, margin: 0, padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL} ${tokens.spacingVerticalXXL}`, overflowY: 'auto', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyBase, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
});

/**
 * The words of a mail. HTML from anybody in the world is shown in a frame that may run nothing, load nothing from
 * anywhere and has no origin; plain text is text.
 */
export function MailFrame({ mail }: { mail: MailView }): JSX.Element {
  const styles = useStyles();
  const theme = useTheme();
  const { kind, content } = mail.body;
  const page = useMemo(() => (kind === 'html' ? framed(content, colours(content, theme)) : ''), [kind, content, theme]);
  if (kind === 'text') return <div className={`${styles.text} scrolls`} role="document" tabIndex={0} aria-label="Message text">{content}</div>;
  return <iframe className={styles.frame} title="Message text" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerPolicy="no-referrer" srcDoc={page} />;
}

/** A mail that sets colours of its own is shown on white paper, as it was meant; others take the theme. */
function colours(html: string, name: ReturnType<typeof useTheme>): { paper: string; ink: string; link: string } {
  const theme = fluentTheme(name === 'default' || /color\s*[:=]|bgcolor/i.test(html) ? 'default' : name);
  return { paper: theme.colorNeutralBackground1, ink: theme.colorNeutralForeground1, link: theme.colorBrandForegroundLink };
}

function framed(html: string, look: { paper: string; ink: string; link: string }): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:"><base target="_blank">
<style>html{background:${look.paper};color:${look.ink};color-scheme:only light}body{margin:12px 24px 32px;font:15px/1.5 "Segoe UI",-apple-system,"Noto Sans",sans-serif;overflow-wrap:anywhere}a{color:${look.link}}img{max-width:100%;height:auto}</style>
${html}`;
}
