import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = (command: string, ...given: string[]): string => execFileSync(command, given, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

describe('what Azure gets', () => {
  const { files, packages } = JSON.parse(run(process.execPath, 'infra/package-app.mjs', '--list')) as { files: string[]; packages: string[] };
  const code = files.filter((file) => /^dist\/(bot|src)\/.*\.js$/.test(file));

  test('is the built app with what starts it', () => {
    expect(files).toEqual(expect.arrayContaining(['package.json', 'package-lock.json', 'dist/bot/main.js', 'dist/src/desk/main.js', 'src/desk/desk.mjs', 'src/mail/words/cues.yaml', 'dist/tab/index.html']));
    expect(readFileSync(`${root}infra/azure.bicep`, 'utf8')).toContain('appCommandLine: \'node dist/bot/main.js\'');
  });

  test('holds no test, no local Microsoft 365, no certificate authority and no storage emulator', () => {
    expect(files.filter((file) => /(^|\/)(test|fixtures|\.local)\/|\.(pem|crt|key|eml)$|local-ca|azurite/i.test(file))).toEqual([]);
    const local = ['azurite', 'mkcert', 'smtp-server', 'playwright-core', 'jest', '@microsoft/m365agentsplayground'];
    expect(packages.filter((name) => local.includes(name))).toEqual([]);
  });

  test('imports only packages that are installed there, and nothing of test', () => {
    const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { dependencies: Record<string, string> };
    const named = code.flatMap((file) => ts.preProcessFile(readFileSync(root + file, 'utf8')).importedFiles.map(({ fileName: name }) => ({ file, name })));
    expect(named.filter(({ name }) => name.startsWith('.')).length).toBeGreaterThan(100);
    const outside = named.filter(({ name }) => !name.startsWith('.') && !name.startsWith('node:'));
    expect(outside.filter(({ name }) => !(packageOf(name) in dependencies))).toEqual([]);
    expect(named.filter(({ name }) => /(^|\/)test\//.test(name))).toEqual([]);
    expect(Object.keys(dependencies).filter((name) => !packages.includes(name))).toEqual([]);
  });
});

function packageOf(name: string): string {
  return name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/');
}

describe('the repository', () => {
  const texts = run('git', 'ls-files', '-z').split('\0').filter((file) => file !== '' && file !== 'package-lock.json' && !/\.(png|docx|pdf|eml)$/.test(file) && existsSync(root + file));

  test('names no path of anybody\'s machine', () => {
    const folders = ['work', 'root', 'home', 'Users', 'tmp'].map((folder) => `[\\\\/]${folder}[\\\\/]`).join('|');
    const machine = new RegExp(`(^|[\\s"'\`(=:])(${folders})`, 'm');
    expect(texts.filter((file) => machine.test(readFileSync(root + file, 'utf8')))).toEqual([]);
  });

  test('every document that a document points to is there', () => {
    const broken = texts.filter((file) => file.endsWith('.md')).flatMap((file) => [...readFileSync(root + file, 'utf8').matchAll(/(?<!!\[[^\]]*)\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map(([, target = '']) => ({ file, target })).filter(({ file: from, target }) => !existsSync(new URL(target, `file://${root}${from}`))));
    expect(broken).toEqual([]);
  });
});
