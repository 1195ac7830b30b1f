// The import arrows. Server: each folder is a stage of the flow and may only know what stands before it. Console: features
// do not know each other; what they share stands in layers below them.
// A test (test/arrows.test.ts) asserts that modules were really cruised.
const src = '^packages/server/src/';
const only = (name, comment, folder, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `${src}${folder}/` },
  to: { path: src, pathNot: [folder, ...allowed].map((place) => `${src}${place}`) },
});
const console = '^packages/console/src/';
const layer = (folder, allowed) => ({
  name: `console-${folder}-is-a-layer`,
  comment: `${folder} may only know ${[folder, ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `${console}${folder}/`, pathNot: '\\.test\\.ts$' },
  to: { path: console, pathNot: [folder, ...allowed].map((place) => `${console}${place}(/|\\.tsx?$)`) },
});
const soleUser = (name, packages, folders) => ({
  name,
  comment: `Only ${folders.join(', ')} may import ${packages}`,
  severity: 'error',
  from: { path: src, pathNot: folders.map((place) => `${src}${place}|\\.test\\.ts$`) },
  to: { path: `node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { path: src, pathNot: '\\.test\\.ts$' },
      to: { path: '/(test|bench)/' },
    },
    {
      name: 'one-composition-root',
      comment: 'No part constructs its neighbours',
      severity: 'error',
      from: { path: src, pathNot: `${src}(app\\.ts|compose/)` },
      to: { path: `${src}compose/` },
    },
    only('lib-knows-nobody', 'lib has no product words', 'lib', []),
    only('catalogue-is-pure', 'the catalogue is data', 'catalogue', ['lib']),
    only('domain-is-pure', 'the core does no I/O', 'domain', ['catalogue', 'lib']),
    only('routing-is-pure', 'routing is a pure function', 'routing', [
      'dialects',
      'domain',
      'catalogue',
      'lib',
    ]),
    only('sources-are-pure', 'a platform knows no receiver', 'sources', ['domain', 'catalogue', 'lib']),
    only('dialects-are-pure', 'a receiver format knows no platform', 'dialects', [
      'domain',
      'catalogue',
      'lib',
    ]),
    only('observe-stands-alone', 'logs and metrics serve all', 'observe', ['lib']),
    only('store-knows-the-domain', 'the store serves, it does not decide', 'store', [
      'domain',
      'lib',
      'observe',
    ]),
    only('inboxes-take-what-comes', 'a test inbox is a receiver, and sends nothing', 'inbox', [
      'dialects',
      'domain',
      'store',
      'lib',
      'observe',
    ]),
    only('ingest-comes-before-deliver', 'ingest hands over values', 'ingest', [
      'routing',
      'domain',
      'catalogue',
      'store',
      'lib',
      'observe',
    ]),
    only('deliver-comes-after-store', 'delivery knows no API', 'deliver', [
      'dialects',
      'domain',
      'store',
      'lib',
      'observe',
    ]),
    only('mail-stands-alone', 'mail is handed over, not thought about', 'mail', ['lib', 'observe']),
    only('accounts-know-no-http', 'accounts use the store and the mail', 'accounts', [
      'mail',
      'domain',
      'store',
      'lib',
      'observe',
    ]),
    only('watch-stands-beside-delivery', 'the watch looks at what delivery recorded', 'watch', [
      'mail',
      'domain',
      'catalogue',
      'store',
      'lib',
      'observe',
    ]),
    only('upkeep-uses-the-store', 'upkeep is housekeeping', 'upkeep', ['domain', 'store', 'lib', 'observe']),
    only('tails-only-look', 'a live tail reads what others did', 'tail', [
      'domain',
      'store',
      'lib',
      'observe',
    ]),
    only('api-is-the-edge', 'the API never sends', 'api', [
      'accounts',
      'inbox',
      'tail',
      'ingest',
      'routing',
      'sources',
      'dialects',
      'domain',
      'catalogue',
      'store',
      'lib',
      'observe',
    ]),
    soleUser('only-the-store-speaks-sql', 'pg|kysely', ['store']),
    soleUser('only-deliver-sends', 'undici', ['deliver']),
    soleUser('only-mail-mails', 'nodemailer', ['mail']),
    soleUser('only-accounts-know-people', 'openid-client|otplib', ['accounts']),
    soleUser('only-the-api-serves', 'fastify|@fastify', ['api']),
    layer('lib', []),
    layer('api', ['lib']),
    layer('i18n', ['lib']),
    layer('ui', ['lib', 'api', 'i18n']),
    layer('parts', ['lib', 'api', 'i18n', 'ui', 'place', 'routes']),
    layer('shell', ['lib', 'api', 'i18n', 'ui', 'place', 'routes']),
    layer('features', ['lib', 'api', 'i18n', 'ui', 'parts', 'place', 'routes']),
    {
      name: 'features-do-not-know-each-other',
      severity: 'error',
      from: { path: `${console}features/([^/]+)/` },
      to: { path: `${console}features/`, pathNot: `${console}features/$1/` },
    },
    {
      name: 'console-talks-to-the-api-alone',
      comment: 'its tests start the real server; the console itself knows it by HTTP only',
      severity: 'error',
      from: { path: console },
      to: { path: '^packages/(?!console/)' },
    },
    {
      name: 'no-unlisted',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^packages/console/dist/' },
    // Test tools stand in the root's package.json.
    combinedDependencies: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
