import { openCompoundFile, type Folder } from './compound-file.ts';
import { codePageName, mapi, mapiValue, textOf, type MapiAttachment, type MapiMessage, type MapiProperties } from './mapi.ts';

const mostAttachments = 2_000;
/** How a mail hangs on a mail. */
const asMail = '__substg1.0_3701000D';

/** Opens a .msg, as which Outlook saves a mail ([MS-OXMSG]). Null when it is no such file. */
export function openOutlookMessage(bytes: Uint8Array): MapiMessage | null {
  const root = openCompoundFile(bytes);
  if (root === null || !root.files.has('__properties_version1.0')) return null;
  return messageOf(root, 32, 'windows-1252');
}

/** The head of the list of properties is longer in the outermost mail than in one that hangs on it. */
function messageOf(folder: Folder, head: number, codePage: string): MapiMessage {
  const page = fixedOf(folder, head).get(mapi.messageCodePage) ?? fixedOf(folder, head).get(mapi.codePage);
  const ownPage = typeof page === 'number' ? codePageName(page) : codePage;
  const named = (start: string): Folder[] => [...folder.folders].filter(([name]) => name.startsWith(start)).sort(byName).slice(0, mostAttachments).map(([, each]) => each);
  return {
    properties: propertiesOf(folder, head, ownPage),
    recipients: named('__recip_version1.0_').map((each) => propertiesOf(each, 8, ownPage)),
    attachments: named('__attach_version1.0_').map((each) => attachmentOf(each, ownPage)),
  };
}

function byName([one]: [string, Folder], [other]: [string, Folder]): number {
  return one < other ? -1 : Number(one > other);
}

function attachmentOf(folder: Folder, codePage: string): MapiAttachment {
  const properties = propertiesOf(folder, 8, codePage);
  const mail = folder.folders.get(asMail);
  const data = properties.get(mapi.data);
  return {
    name: textOf(properties, mapi.longFileName, mapi.fileName, mapi.displayName),
    type: textOf(properties, mapi.mimeType), inline: textOf(properties, mapi.contentId) !== '',
    content: mail?.files.has('__properties_version1.0') === true ? messageOf(mail, 24, codePage) : data instanceof Uint8Array ? data : wholeOf(mail),
  };
}

/** An object of another program (a drawing, a table): its longest stream is what can be kept of it apart from the file itself. */
function wholeOf(object: Folder | undefined): Uint8Array {
  return [...(object?.files.values() ?? [])].sort((one, other) => other.length - one.length)[0] ?? new Uint8Array();
}

/** Numbers and times stand in the list of properties, texts and bytes in files of their own. */
function propertiesOf(folder: Folder, head: number, codePage: string): MapiProperties {
  const properties = fixedOf(folder, head);
  for (const [name, bytes] of folder.files) {
    const [, tag, kind] = /^__substg1\.0_([0-9a-f]{4})([0-9a-f]{4})$/i.exec(name) ?? [];
    if (tag === undefined || kind === undefined) continue;
    const value = mapiValue(parseInt(kind, 16), bytes, codePage);
    if (value !== null) properties.set(parseInt(tag, 16), value);
  }
  return properties;
}

function fixedOf(folder: Folder, head: number): MapiProperties {
  const properties: MapiProperties = new Map();
  const list = folder.files.get('__properties_version1.0') ?? new Uint8Array();
  for (let at = head; at + 16 <= list.length; at += 16) {
    const view = new DataView(list.buffer, list.byteOffset + at, 16);
    const kind = view.getUint16(0, true);
    const value = [0x0002, 0x0003, 0x0040].includes(kind) ? mapiValue(kind, list.subarray(at + 8, at + 16), '') : null;
    if (value !== null) properties.set(view.getUint16(2, true), value);
  }
  return properties;
}
