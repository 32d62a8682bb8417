/** A file within a compound file, or a folder of them. */
export interface Folder { files: Map<string, Uint8Array>; folders: Map<string, Folder> }

const endOfChain = 0xfffffffa;
const smallSector = 64;
const smallFile = 4096;
const mostEntries = 50_000;
const deepest = 30;

interface Entry { name: string; kind: number; left: number; right: number; child: number; start: number; size: number }

/** The sectors of the file and which follows which. */
interface Sectors { bytes: Uint8Array; size: number; next: Uint32Array }

/**
 * Opens a compound file ([MS-CFB]), as which Outlook keeps a .msg. A reader of our own: the packages that read it follow a chain that bites
 * its tail until the memory is full. Here every chain is at most as long as the file. Null when it is no such file.
 */
export function openCompoundFile(bytes: Uint8Array): Folder | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 1536 || view.getUint32(0) !== 0xd0cf11e0 || view.getUint32(4) !== 0xa1b11ae1) return null;
  const size = view.getUint16(30, true) === 12 ? 4096 : 512;
  const sectors: Sectors = { bytes, size, next: new Uint32Array() };
  sectors.next = tableOf(view, sectors);
  const entries = entriesOf(chainBytes(sectors, view.getUint32(48, true), mostEntries * 128));
  const root = entries[0];
  if (root === undefined) return null;
  const small = {
    bytes: chainBytes(sectors, root.start, bytes.length), size: smallSector,
    next: numbersOf(chainBytes(sectors, view.getUint32(60, true), bytes.length)),
  };
  return folderOf({ entries, content: (entry) => contentOf(entry, sectors, small), seen: new Set() }, root, 0);
}

/** Which sector follows which: the table's own sectors are listed in the header, and further ones in a chain of lists. */
function tableOf(view: DataView, sectors: Sectors): Uint32Array {
  const places: number[] = [];
  for (let at = 76; at < 512; at += 4) places.push(view.getUint32(at, true));
  let list = view.getUint32(68, true);
  const most = Math.ceil(sectors.bytes.length / sectors.size);
  for (let lists = 0; list < endOfChain && lists < most && places.length <= most; lists += 1) {
    const numbers = numbersOf(sectorAt(sectors, list));
    places.push(...numbers.subarray(0, -1));
    list = numbers.at(-1) ?? endOfChain;
  }
  const tables = places.filter((place) => place < endOfChain).slice(0, most).map((place) => sectorAt(sectors, place));
  return numbersOf(Buffer.concat(tables));
}

function sectorAt({ bytes, size }: Sectors, sector: number): Uint8Array {
  return bytes.subarray((sector + 1) * size, (sector + 2) * size);
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function chainBytes(sectors: Sectors, start: number, most: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (let sector = start; sector < endOfChain && length < most; sector = sectors.next[sector] ?? endOfChain) {
    const piece = sectorAt(sectors, sector);
    if (piece.length === 0) break;
    pieces.push(piece);
    length += piece.length;
  }
  return Buffer.concat(pieces).subarray(0, most);
}

function contentOf(entry: Entry, sectors: Sectors, small: Sectors): Uint8Array {
  const size = Math.min(entry.size, sectors.bytes.length);
  return entry.size >= smallFile ? chainBytes(sectors, entry.start, size) : smallChainBytes(small, entry.start, size);
}

/** Small files lie in sectors of their own, which have no header before them. */
function smallChainBytes(small: Sectors, start: number, size: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  let sector = start;
  for (let read = 0; read < size && sector < endOfChain; read += smallSector) {
    pieces.push(small.bytes.subarray(sector * smallSector, (sector + 1) * smallSector));
    sector = small.next[sector] ?? endOfChain;
  }
  return Buffer.concat(pieces).subarray(0, size);
}

function entriesOf(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Array.from({ length: Math.floor(bytes.length / 128) }, (_, index) => {
    const at = index * 128;
    const nameLength = Math.min(64, view.getUint16(at + 64, true));
    return {
      name: new TextDecoder('utf-16le').decode(bytes.subarray(at, at + Math.max(0, nameLength - 2))),
      kind: view.getUint8(at + 66), left: view.getUint32(at + 68, true), right: view.getUint32(at + 72, true), child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true), size: view.getUint32(at + 120, true),
    };
  });
}

interface Reading { entries: readonly Entry[]; content: (entry: Entry) => Uint8Array; seen: Set<number> }

function folderOf(reading: Reading, entry: Entry, depth: number): Folder {
  const folder: Folder = { files: new Map(), folders: new Map() };
  const open = depth < deepest ? [entry.child] : [];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const child = reading.entries[at];
    if (child === undefined || reading.seen.has(at)) continue;
    reading.seen.add(at);
    open.push(child.right, child.left);
    if (child.kind === 1) folder.folders.set(child.name, folderOf(reading, child, depth + 1));
    if (child.kind === 2) folder.files.set(child.name, reading.content(child));
  }
  return folder;
}
