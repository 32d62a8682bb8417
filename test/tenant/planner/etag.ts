import { TenantFault } from '../route.ts';

export type PlannerKind = 'Plan' | 'Bucket' | 'Task' | 'TaskDetails';

/** Planner's ETag names the kind of resource and its revision, base64 in a weak tag: `W/"JzEtVGFzayAg…="`. */
export function eTagOf(kind: PlannerKind, revision: number): string {
  return `W/"${Buffer.from(`'1-${kind}  @@@@@@@@@@@@@@@@${lettersOf(revision)}'`).toString('base64')}"`;
}

/** The revision an If-Match stands for. Missing: 412; another resource's tag, `*` or nonsense: 400, in Planner's words. */
export function revisionOf(ifMatch: string | undefined, kind: PlannerKind, newest: number): number {
  if (ifMatch === undefined || ifMatch === '') throw new TenantFault(412, '', 'The If-Match header must be specified for this kind of request.');
  const text = Buffer.from(/^W\/"([A-Za-z0-9+/]+=*)"$/.exec(ifMatch)?.[1] ?? '', 'base64').toString('utf8');
  const found = /^'1-(\w+) {2}@{16}([A-P]+)'$/.exec(text);
  const revision = found?.[1] === kind ? revisionFrom(found[2] ?? '') : 0;
  if (revision < 1 || revision > newest) throw new TenantFault(400, '', 'The If-Match header contains an invalid value.');
  return revision;
}

/** A revision as letters A to P, a digit each, as Planner's tags look. */
function lettersOf(revision: number): string {
  return revision.toString(16).padStart(4, '0').replace(/./g, (digit) => String.fromCharCode(65 + Number.parseInt(digit, 16)));
}

function revisionFrom(letters: string): number {
  return Number.parseInt(letters.replace(/./g, (letter) => (letter.charCodeAt(0) - 65).toString(16)), 16);
}
