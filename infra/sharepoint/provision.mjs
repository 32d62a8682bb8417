// Makes the lists and columns of lists.json in a site that is there, as the administrator who runs it:
//   node infra/sharepoint/provision.mjs --site=grove.sharepoint.com:/sites/concerns --tenant=<tenant id>
// What is there already stays as it is; a second run makes nothing. See provision.md.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: given } = parseArgs({ options: { site: { type: 'string' }, tenant: { type: 'string' }, graph: { type: 'string' }, token: { type: 'string' } } });
const graph = given.graph ?? 'https://graph.microsoft.com';
const [host = '', path = ''] = (given.site ?? '').split(':');
if (host === '' || !path.startsWith('/') || (given.tenant === undefined && given.token === undefined)) {
  console.error('Say which site and tenant: --site=grove.sharepoint.com:/sites/concerns --tenant=<tenant id>');
  process.exit(2);
}

try {
  const token = given.token ?? await signIn(given.tenant);
  const site = await ask(token, 'GET', `/sites/${host}:${path}?$select=id`);
  for (const list of JSON.parse(readFileSync(join(import.meta.dirname, 'lists.json'), 'utf8')).lists) await bringList(token, site.id, list);
  console.log(`The site's id, for SITE_PATH where the app may not look it up: ${site.id}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(1);
}

async function bringList(token, site, wanted) {
  const { value: lists } = await ask(token, 'GET', `/sites/${site}/lists?$select=id,displayName`);
  const had = lists.find((each) => each.displayName.toLowerCase() === wanted.displayName.toLowerCase());
  if (had === undefined) {
    const made = await ask(token, 'POST', `/sites/${site}/lists`, wanted);
    console.log(`Made "${wanted.displayName}" (${made.id}).`);
    return;
  }
  const { value: columns } = await ask(token, 'GET', `/sites/${site}/lists/${had.id}/columns?$select=name`);
  const missing = wanted.columns.filter((column) => !columns.some((each) => each.name === column.name));
  for (const column of missing) await ask(token, 'POST', `/sites/${site}/lists/${had.id}/columns`, column);
  console.log(missing.length === 0 ? `"${wanted.displayName}" (${had.id}) is as it should be.` : `Added to "${wanted.displayName}" (${had.id}): ${missing.map((each) => each.name).join(', ')}.`);
}

/** One request; a refusal ends the run with Microsoft's own words, since what was made stays and a second run carries on. */
async function ask(token, method, where, body) {
  const reply = await fetch(`${graph}/v1.0${where}`, {
    method, headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }), signal: AbortSignal.timeout(60_000),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`Microsoft Graph refused ${method} ${where} (${reply.status}): ${messageOf(text)}`);
  return JSON.parse(text);
}

function messageOf(text) {
  try { return JSON.parse(text).error.message; } catch { return text.slice(0, 200); }
}

/** A code to type into a browser, with Microsoft's own "Graph Command Line Tools"; asks for Sites.Manage.All for this administrator alone. */
async function signIn(tenantId) {
  const { DeviceCodeCredential } = await import('@azure/identity');
  const credential = new DeviceCodeCredential({
    tenantId, clientId: '14d82eec-204b-4c2f-b7e8-296a70dab67e', userPromptCallback: ({ message }) => { console.error(message); },
  });
  return (await credential.getToken('https://graph.microsoft.com/Sites.Manage.All')).token;
}
