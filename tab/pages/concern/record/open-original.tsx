import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, DialogTrigger, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type JSX } from 'react';
import { sentenceOf } from '../../../api/api-problem.ts';
import { useDesk } from '../../../api/desk.ts';
import { OriginalIcon } from '../../../look/icons.ts';
import { saveFile } from '../../../parts/save-file.ts';
import { Sending } from '../../../parts/sending.tsx';
import { useOnce } from '../../../parts/use-once.ts';
import { buttonFor, useConcern } from '../press/concern-scene.ts';

interface Original { what: { mail: string; exhibit: number | null }; called: string; name: string; media: string }

/** The original says who told us, so it is asked for twice: each opening is written down with the name of whoever opened it. */
export function OpenOriginal(original: Original): JSX.Element | null {
  const { page, again } = useConcern();
  const [open, setOpen] = useState(false);
  if (buttonFor(page, 'open-original') === null) return null;
  return (
    <Dialog open={open} onOpenChange={(_, data) => { setOpen(data.open); }}>
      <DialogTrigger disableButtonEnhancement><Button size="small" icon={<OriginalIcon />} aria-label={`Open the original: ${original.called}`}>Open the original</Button></DialogTrigger>
      <DialogSurface>{open ? <Confirm {...original} opened={again} /> : null}</DialogSurface>
    </Dialog>
  );
}

const useStyles = makeStyles({ content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM }, picture: { maxWidth: '100%', height: 'auto', alignSelf: 'center', borderRadius: tokens.borderRadiusMedium } });

/** Pictures that a browser only draws. Others, which could hold a script, are saved and never shown here. */
const pictures = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];

type Given = { picture: string } | { saved: true } | null;

function Confirm({ what, called, name, media, opened }: Original & { opened: () => void }): JSX.Element {
  const styles = useStyles();
  const { api } = useDesk();
  const { page } = useConcern();
  const { busy, slow, once } = useOnce();
  const [given, setGiven] = useState<Given>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => { if (given !== null && 'picture' in given) return () => { URL.revokeObjectURL(given.picture); }; }, [given]);
  const open = async (): Promise<void> => {
    try {
      const bytes = await api.original(page.view.concern.ref, what);
      if (pictures.includes(media)) setGiven({ picture: URL.createObjectURL(new Blob([bytes], { type: media })) });
      else { saveFile(bytes, name, 'application/octet-stream'); setGiven({ saved: true }); }
      opened();
    } catch (error) { setProblem(sentenceOf(error)); }
  };
  return (
    <DialogBody>
      <DialogTitle>{given === null ? 'Open the original?' : 'The original'}</DialogTitle>
      <DialogContent className={styles.content}>
        {given === null ? <p>{`This opens ${called} as it came, with the name of the person who told us. Your name and the time are written into what has happened, each time.`}</p>
          : 'picture' in given ? <img className={styles.picture} src={given.picture} alt={called} /> : <p role="status">It was saved among your downloads. Delete the copy when you have read it.</p>}
        {problem === null ? null : <MessageBar intent="error" layout="multiline" role="alert"><MessageBarBody>{problem}</MessageBarBody></MessageBar>}
        <Sending slow={slow} />
      </DialogContent>
      <DialogActions fluid>
        <DialogTrigger disableButtonEnhancement><Button>{given === null ? 'Cancel' : 'Close'}</Button></DialogTrigger>
        {given === null ? <Button appearance="primary" disabledFocusable={busy} onClick={() => { once(open); }}>Open and write it down</Button> : null}
      </DialogActions>
    </DialogBody>
  );
}
