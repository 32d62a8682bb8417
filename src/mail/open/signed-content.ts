import { Constructed, fromBER, ObjectIdentifier, OctetString, Sequence } from 'asn1js';

/** Kinds of CMS content (RFC 5652), by object identifier. */
const signedData = '1.2.840.113549.1.7.2';
const envelopedData = '1.2.840.113549.1.7.3';
const authEnvelopedData = '1.2.840.113549.1.9.16.1.23';
const mostBytes = 40_000_000;

export interface CmsContent {
  kind: 'signed' | 'encrypted' | 'other';
  /** What was signed: a mail without the headers of its way. Null where it lies elsewhere (certificates alone, a signature apart). */
  content: Uint8Array | null;
}

/** Looks into smime.p7m. The signature is not checked: who signed is no finding here, only what is said. Null where it is no CMS. */
export function openCms(bytes: Uint8Array): CmsContent | null {
  if (bytes.length < 20 || bytes[0] !== 0x30 || bytes.length > mostBytes) return null;
  const found = topOf(bytes);
  if (found === null) return null;
  if (found.kind === envelopedData || found.kind === authEnvelopedData) return { kind: 'encrypted', content: null };
  return found.kind === signedData ? { kind: 'signed', content: found.signed } : { kind: 'other', content: null };
}

/** ContentInfo ::= SEQUENCE { kind, [0] SEQUENCE { version, digests, SEQUENCE { kind of content, [0] OCTET STRING }, … } } */
function topOf(bytes: Uint8Array): { kind: string; signed: Uint8Array | null } | null {
  try {
    const { result, offset } = fromBER(bytes);
    const [kind, wrapped] = offset < 0 ? [] : valuesOf(result);
    if (!(kind instanceof ObjectIdentifier)) return null;
    const content = valuesOf(valuesOf(wrapped)[0]).find((each) => each instanceof Sequence);
    const octets = valuesOf(valuesOf(content)[1])[0];
    return { kind: kind.getValue(), signed: octets instanceof OctetString ? new Uint8Array(octets.getValue()) : null };
  } catch { return null; }
}

function valuesOf(block: unknown): readonly unknown[] {
  return block instanceof Constructed ? block.valueBlock.value : [];
}
