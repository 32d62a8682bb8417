import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { tabLink } from '../../src/views/tab-link.ts';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\$\{\{(\w+)\}\}/g)].flatMap(([, name]) => name ?? []))].sort();

const guid = '5f0b8a9c-6d27-4c1b-8e3f-2a9d7c4e1f60';
const values: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: guid, AAD_APP_CLIENT_ID: guid, BOT_DOMAIN: 'concerns.grove.example', APP_NAME_SUFFIX: '', DEVELOPER_NAME: 'Grove Primary School',
  DEVELOPER_URL: 'https://grove.example', PRIVACY_URL: 'https://grove.example/privacy', TERMS_URL: 'https://grove.example/terms',
};

interface Manifest {
  id: string; bots: { botId: string }[]; staticTabs: { entityId: string; contentUrl?: string }[]; validDomains: string[]; webApplicationInfo: { id: string; resource: string };
}

function filled(text: string): string {
  return text.replace(/\$\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}

/** Microsoft's own check, in a process of its own: the package can't be imported inside jest on Node 20. Answers what is wrong. */
function faultsOf(manifest: string): string[] {
  const library = createRequire(import.meta.url).resolve('@microsoft/app-manifest');
  const program = `const { AppManifestUtils } = require(${JSON.stringify(library)});
    const manifest = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
    AppManifestUtils.validateAgainstSchema(manifest).then((faults) => { process.stdout.write(JSON.stringify(faults)); });`;
  return JSON.parse(execFileSync(process.execPath, ['-e', program], { input: manifest, encoding: 'utf8' })) as string[];
}

describe('the app package', () => {
  const text = read('appPackage/manifest.json');
  const manifest = JSON.parse(filled(text)) as Manifest;

  test('fits the published schema once its placeholders are filled', () => {
    expect(placeholders(text).filter((name) => !(name in values))).toEqual([]);
    expect(faultsOf(filled(text))).toEqual([]);
  });

  test('and the check can fail', () => {
    expect(faultsOf(JSON.stringify({ ...manifest, bots: [{ botId: 'no guid', scopes: ['everywhere'] }] }))).not.toEqual([]);
  });

  test('no id and no address of a school stands in it', () => {
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
    expect([...text.matchAll(/https:\/\/([^/"]+)/g)].map(([, host]) => host)).toEqual(['developer.microsoft.com', '${{BOT_DOMAIN}}']);
  });

  test('a link on a card opens the tab that it names', () => {
    const link = new URL(tabLink({ teamsAppId: guid, publicUrl: 'https://concerns.grove.example' }, 'GRV-26-0042'));
    const [, , , app, entity] = link.pathname.split('/');
    expect(app).toBe(manifest.id);
    expect(manifest.staticTabs.find((tab) => tab.entityId === entity)?.contentUrl).toBe(link.searchParams.get('webUrl'));
  });

  test('bot, tab and sign-in are one app registration, whose address both manifests spell alike', () => {
    expect(manifest.bots.map((bot) => bot.botId)).toEqual([manifest.webApplicationInfo.id]);
    const registration = JSON.parse(filled(read('aad.manifest.json'))) as { identifierUris: string[]; api: { requestedAccessTokenVersion: number; oauth2PermissionScopes: { value: string }[] } };
    expect(registration.identifierUris).toEqual([manifest.webApplicationInfo.resource]);
    expect(registration.api.requestedAccessTokenVersion).toBe(2);
    expect(registration.api.oauth2PermissionScopes.map((scope) => scope.value)).toEqual(['access_as_user']);
  });

  test.each([['color.png', 192], ['outline.png', 32]])('%s is %i pixels square', (name, size) => {
    const png = readFileSync(new URL(`../../appPackage/${name}`, import.meta.url));
    expect([png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(['PNG', size, size]);
  });
});

describe('provisioning', () => {
  test.each([['teamsapp.yml', 'env/.env.dev'], ['teamsapp.local.yml', 'env/.env.local']])('%s asks for nothing that %s does not name', (file, env) => {
    const steps = parse(read(file)) as { provision: { with: { parameters?: string; templates?: { parameters: string }[] } }[] };
    const templates = steps.provision.flatMap((step) => step.with.templates?.map((each) => each.parameters) ?? []);
    const asked = placeholders([file, 'appPackage/manifest.json', 'aad.manifest.json', ...templates].map(read).join('\n'));
    const named = [...read(env).matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(asked.filter((name) => !named.includes(name) && !name.startsWith('SECRET_'))).toEqual([]);
  });
});
