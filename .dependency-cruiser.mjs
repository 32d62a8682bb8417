// Who may import whom, as failing lint. The reasons are in docs/decisions/import-zones.md.
// A rule "from A, not to B" reads: nothing in A imports B. Types count too, so that a boundary can't be crossed by a shape.
const subjects = '^src/(mail|responses|letters|evidence|people|calendar|register|records|danger|incidents)/';
const record = '^src/concern/(engine|handle-command|load-concern|record|chain)[.]ts$';
const common = '^src/(ports|config|school|log|clock)[.]ts$';
const rules = '^src/[^/]+/rules/';

/** Only files under `home` import a package whose name matches. */
function onlyHome(name, packages, home, comment) {
  return { name, comment, severity: 'error', from: { pathNot: home }, to: { path: `^node_modules/(${packages})/` } };
}

/** Files under `from` import nothing but what is named. */
function onlyTo(name, from, allowed, comment, path = '^(src|bot|tab|test)/') {
  return { name, comment, severity: 'error', from: { path: from, pathNot: rules }, to: { path, pathNot: allowed } };
}

export default {
  forbidden: [
    { name: 'no-cycles', comment: 'One way round.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', comment: 'An import that leads nowhere.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'rules-are-pure', comment: 'Rules import rules alone: no packages, no node modules, no ports. The tab imports the same tables.', severity: 'error',
      from: { path: rules }, to: { pathNot: rules },
    },
    onlyTo('concern', '^src/concern/', ['^src/concern/', rules, common], 'The record knows ports and rules.'),
    onlyTo('subjects', subjects, ['^src/$1/', rules, common, record, '^src/letters/pdf-document[.]ts$', '^src/mail/reading/finish-mail[.]ts$'],
      'A subject knows itself, the rules of all, and the record by its doors. Two pieces are shared: the PDF page, and naming what a mail was sealed as.'),
    onlyTo('views', '^src/views/', ['^src/views/', rules, common, record, '^src/concern/do-what-is-owed[.]ts$', '^src/evidence/render-reading-copy[.]ts$', '^src/records/write-journal[.]ts$', '^src/danger/mail-alert[.]ts$'],
      'A view brings one thing up to a version.'),
    onlyTo('adapters', '^src/(microsoft365|storage)/', ['^src/$1/', rules, '^src/ports[.]ts$'], 'An adapter knows its port and its SDK.'),
    onlyTo('ports', '^src/ports[.]ts$', [rules], 'Ports are shapes over the rules.'),
    onlyTo('cards', '^bot/cards/', ['^bot/cards/', '^bot/door[.]ts$', rules, '^src/ports[.]ts$'], 'A card is built from what it shows.'),
    onlyTo('teams', '^bot/teams/', ['^bot/(teams|cards)/', '^bot/door[.]ts$', rules, '^src/(ports|log|clock)[.]ts$', '^src/microsoft365/endpoints[.]ts$'],
      'Teams turns activities into presses at the door, and cards into posts.'),
    onlyTo('api', '^bot/api/', ['^bot/api/', '^bot/[^/]+[.]ts$', rules, common], 'The HTTP doors know the door, not Teams.'),
    onlyTo('tab', '^tab/', ['^tab/', rules], 'What a browser renders holds rules and nothing of the server.'),
    { name: 'src-is-wired-not-wiring', comment: 'src knows neither process nor page.', severity: 'error', from: { path: '^src/' }, to: { path: '^(bot|tab)/' } },
    { name: 'desk-is-an-end', comment: 'Only the command line itself knows its verbs.', severity: 'error', from: { pathNot: '^(src/desk|test)/' }, to: { path: '^src/desk/' } },
    { name: 'nothing-imports-test', comment: 'The product has no test route, stand-in or local CA in it.', severity: 'error', from: { pathNot: '^test/' }, to: { path: '^test/' } },
    { name: 'tenant-is-microsoft', comment: 'The small Microsoft 365 knows nothing of the product: what it plays is Microsoft.', severity: 'error',
      from: { path: '^test/tenant/', pathNot: '^test/tenant/(page|local|[^/]+[.]ts$)' }, to: { path: '^(src|bot|tab)/' } },
    onlyHome('botbuilder-lives-in-teams', 'botbuilder|botbuilder-core|botframework-[a-z]+', '^(bot/teams|test)/', 'Its long-term support ended; moving on must touch one folder.'),
    onlyHome('graph-lives-in-microsoft365', '@microsoft/microsoft-graph-client', '^(src/microsoft365|test)/', 'It retries creations and cuts filters; one folder knows how to hold it.'),
    onlyHome('storage-lives-in-storage', '@azure/(data-tables|storage-blob)', '^(src/storage|test)/', 'Every call needs its own end, and keys their own checks.'),
    onlyHome('identity-is-wired', '@azure/identity', '^(src/storage/settings[.]ts|src/microsoft365/managed-identity[.]ts|src/desk/open-stores[.]ts|bot/open-school[.]ts|test/)',
      'Who the process is, is said where it is put together.'),
    onlyHome('teams-js-lives-in-host', '@microsoft/(teams-js|office-js)', '^(tab/host|test)/', 'The rest of the tab does not know what frames it.'),
    onlyHome('sqlite-lives-in-register', 'libsql', '^(src/register|test)/', 'The index is a view that can be rebuilt; nobody else leans on it.'),
    onlyHome('yaml-lives-in-load-words', 'yaml', '^(src/mail/load-words|test)/', 'The words are checked where they are read; the rules get a value.'),
    { name: 'no-dev-package-in-the-product', comment: 'The deployed package is installed without them. The tab is bundled, so its packages may be.', severity: 'error',
      from: { path: '^(src|bot)/' }, to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: ['^dist/', '^[.]local/', '^test/fixtures/', 'vite[.]config[.]ts$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'], mainFields: ['module', 'main', 'types'] },
    moduleSystems: ['es6', 'cjs'],
  },
};
