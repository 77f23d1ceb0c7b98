// The import rules of the design (its section 5). `npm run boundaries` holds the tree to them; scripts/checks/boundaries shows for
// each one a wrong import that fails.

/**
 * The rooms of each part from top to bottom. A room imports what stands below it, never what stands above or beside it: rooms of
 * one line know nothing of each other. Tests and fixtures set up what they test, and so stand above all rooms.
 */
export const rooms = {
  shared: [
    ['vectors'],
    ['registration', 'receipt', 'meeting-code', 'guardian', 'device-word'],
    ['sample', 'seal', 'counter-code', 'jws', 'contract', 'binding.ts'],
    ['messages'],
    ['samples-of.ts'],
    ['ceremonies.ts', 'sessions.ts', 'counter-word.ts', 'raise'],
    ['ceremony-rules.ts'],
    ['consent'],
    [
      ...['challenge.ts', 'scenes.ts', 'family.ts', 'error-texts.ts', 'problem.ts', 'person-name.ts'],
      'card-validity.ts',
    ],
    ['holder-error-texts.ts'],
    ['officer-error-texts.ts', 'family-error-texts.ts'],
    [
      'errors.ts',
      'levels.ts',
      'credentials.ts',
      'notices.ts',
      'credential-error-texts.ts',
      'ids.ts',
      'limits.ts',
      'resident-id.ts',
      'reference.ts',
      'user-code.ts',
    ],
    ['program-errors.ts'],
    ['holder-errors.ts'],
    [
      'actions.ts',
      'bytes',
      'credential-limits.ts',
      'http-limits.ts',
      'page-limits.ts',
      'quota-limits.ts',
      'assist-limits.ts',
      'family-limits.ts',
      'receipt-limits.ts',
      'raise-limits.ts',
      'storage-limits.ts',
      'key-limits.ts',
      'late-scan-limits.ts',
      'device-flow-limits.ts',
      'name-in.ts',
      'operator-limits.ts',
      'stream-limits.ts',
      'webhook-limits.ts',
      'shown-name.ts',
    ],
    ['holder-actions.ts'],
    ['text.ts', 'ui', 'peer-limits.ts', 'china-calendar.ts'],
  ],
  'bff/src': [
    ['main.ts'],
    ['compose.ts'],
    ['http/build-server.ts'],
    ['http/surfaces'],
    ['http/pages', 'http/streams'],
    ['assist'],
    ['raise', 'officer', 'family'],
    ['verify', 'apply', 'move', 'protect', 'peer', 'login', 'access', 'jobs', 'registry'],
    ['attempt', 'reminder'],
    ['session', 'credential', 'consent', 'operator', 'receipt'],
    ['http/routes'],
    ['http/reference', 'http/idempotency'],
    ['http/auth'],
    ['http/problems'],
    ['http/not-found.ts', 'http/request-hooks.ts', 'http/count-networks.ts'],
    ['http/cors', 'http/trace'],
    ['http/headers'],
    ['http/route-label.ts', 'http/judge-message.ts', 'http/serialize-lazily.ts'],
    ['audit'],
    ['adapters', 'config', 'notice', 'outbox', 'webhook'],
    ['quota', 'secrets'],
    ['ports'],
  ],
  'miniprogram/src': [
    ['testing'],
    ['app.tsx', 'app.config.ts'],
    ['load-later.ts', 'load-later.h5.ts'],
    ['pages', 'capture'],
    ['parts'],
    ['ui', 'capture-view'],
    ['start'],
    ['journey'],
    ['protect'],
    ['verify', 'apply', 'move', 'peer', 'raise', 'login', 'receipt', 'family'],
    ['attempt'],
    ['holder'],
    ['platform'],
  ],
  scripts: [
    ['start', 'demo', 'checks', 'backup', 'audit', 'keys', 'officer'],
    ['rp'],
    ['build', 'operator'],
    ['stand-ins'],
    ['sandbox'],
    ['authority'],
    ['program', 'sdk'],
  ],
};

const testsAndFixtures = '\\.(test|fixture)\\.ts$|^bff/attacks/';
const escaped = (path) => path.replaceAll('.', '\\.');
const pattern = (part, names) =>
  `^${escaped(part)}/(${names.map((name) => (name.endsWith('.ts') || name.endsWith('.tsx') ? `${escaped(name)}$` : `${escaped(name)}/`)).join('|')})`;

/** One rule a room: it imports neither a room above nor one beside it. */
const downwards = Object.entries(rooms).flatMap(([part, floors]) =>
  floors.flatMap((floor, index) =>
    floor.flatMap((room) => {
      const beyond = [...floors.slice(0, index).flat(), ...floor.filter((other) => other !== room)];
      if (beyond.length === 0) return [];
      return {
        name: `downwards-only: ${part}/${room}`,
        severity: 'error',
        from: { path: pattern(part, [room]), pathNot: testsAndFixtures },
        to: { path: pattern(part, beyond), pathNot: testsAndFixtures },
      };
    }),
  ),
);

const rules = [
  {
    name: 'no-circle-of-files',
    from: {},
    to: { circular: true },
  },
  {
    name: 'what-cannot-be-resolved',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'shared-imports-only-schema-and-ciphers',
    from: { path: '^shared/', pathNot: `${testsAndFixtures}|^shared/(vectors|counter-code/examples)/` },
    to: { pathNot: '^shared/|^node_modules/(typebox|@noble/(curves|ciphers|hashes)|sm-crypto-v2)/' },
  },
  {
    // Invariant 1: what opens an envelope, or unpacks a sample, is at the authority only.
    name: 'neither-bff-nor-phone-imports-what-opens-or-unpacks',
    from: { path: '^(bff|miniprogram)/', pathNot: `${testsAndFixtures}|^miniprogram/src/testing/` },
    to: { path: '^shared/seal/(open|sm2-decrypt)\\.ts$|^shared/sample/(unpack-|decode-wav\\.ts$)' },
  },
  {
    // A receipt is for the phone alone that has the key: neither who keeps it nor who made it opens one.
    name: 'only-the-phone-opens-receipts',
    from: { pathNot: `^miniprogram/|${testsAndFixtures}` },
    to: { path: '^shared/receipt/open-receipt\\.ts$' },
  },
  {
    name: 'bff-imports-neither-phone-nor-scripts',
    from: { path: '^bff/', pathNot: testsAndFixtures },
    to: { path: '^(miniprogram|scripts)/' },
  },
  {
    name: 'phone-imports-only-itself-shared-and-its-framework',
    from: { path: '^miniprogram/', pathNot: `${testsAndFixtures}|^miniprogram/(config|src/testing)/` },
    to: { pathNot: '^(miniprogram|shared)/|^node_modules/(react|@types/react|@tarojs|jsqr)/' },
  },
  {
    name: 'nothing-imports-scripts-but-scripts',
    from: { pathNot: `^scripts/|${testsAndFixtures}|^miniprogram/src/testing/` },
    to: { path: '^scripts/' },
  },
  {
    // It is another party: nothing of the BFF, of the phone or of what stands around it is known there, but how any program is run.
    name: 'the-authority-imports-only-itself-and-shared',
    from: { path: '^scripts/authority/', pathNot: testsAndFixtures },
    to: { path: '^(bff|miniprogram|scripts)/', pathNot: '^scripts/(authority|program)/' },
  },
  {
    // It is published by itself.
    name: 'the-sdk-imports-only-itself-and-jose',
    from: { path: '^scripts/sdk/', pathNot: testsAndFixtures },
    to: { pathNot: '^scripts/sdk/|^node_modules/jose/' },
  },
  {
    // The phone's tests play it where there is neither node:crypto nor Buffer; keys are handed in.
    name: 'the-stand-in-authority-imports-only-shared',
    from: { path: '^scripts/stand-ins/authority/stand-in-authority\\.ts$' },
    to: { pathNot: '^shared/' },
  },
  {
    // What runs in pages of others, and what they have in common with the counter page, knows nothing of a sandbox's tokens.
    name: 'the-desk-knows-no-page',
    from: { path: '^bff/web/(desk|embed)/', pathNot: testsAndFixtures },
    to: { path: '^bff/', pathNot: '^bff/web/(desk|embed|kit)/' },
  },
  {
    // Operators and officers are other people with other rights. What their pages have in common stands in `staff`, which knows neither.
    name: 'console-and-officer-know-not-each-other',
    from: { path: '^bff/web/(console|officer|staff)/' },
    to: { path: '^bff/web/(console|officer)/', pathNot: '^bff/web/$1/' },
  },
  {
    name: 'only-compose-knows-adapters',
    from: {
      path: '^bff/(src|web)/',
      pathNot: `${testsAndFixtures}|^bff/src/(compose\\.ts$|adapters/)`,
    },
    to: { path: '^bff/src/adapters/' },
  },
  {
    name: 'adapters-know-ports-and-quotas-only',
    from: { path: '^bff/src/adapters/', pathNot: testsAndFixtures },
    to: { path: '^bff/src/', pathNot: '^bff/src/(adapters|ports|quota)/' },
  },
  {
    // `database` and `platform` are what several adapters have in common: any SQL store, any platform's HTTP.
    name: 'one-adapter-knows-no-other',
    from: { path: '^bff/src/adapters/([^/]+)/', pathNot: testsAndFixtures },
    to: { path: '^bff/src/adapters/', pathNot: '^bff/src/adapters/($1|database|platform)/' },
  },
  {
    name: 'ports-import-no-steps',
    from: { path: '^bff/src/ports/', pathNot: testsAndFixtures },
    to: { path: '^bff/src/', pathNot: '^bff/src/ports/' },
  },
  {
    // Where only what the product needs is installed, nothing else is found; types are gone by then.
    name: 'the-bff-runs-on-production-dependencies-alone',
    from: { path: '^(bff/src|shared)/', pathNot: `${testsAndFixtures}|^shared/counter-code/examples/` },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], pathNot: '^node_modules/@types/' },
  },
  {
    // A ceremony's api.ts says which call is answered by which step: it knows the route builders, the steps do not.
    name: 'steps-know-neither-fastify-nor-http',
    from: {
      path: '^bff/src/(verify|apply|raise|assist|officer|family|move|protect|peer|login|access|attempt|session|credential|notice|operator|receipt|jobs|audit|ports|registry)/',
      pathNot: `${testsAndFixtures}|/api\\.ts$`,
    },
    to: { path: 'node_modules/(fastify|@fastify)/|^bff/src/http/' },
  },
  {
    name: 'an-api-knows-of-http-the-route-builders-only',
    from: { path: '^bff/src/[a-z]+/api\\.ts$' },
    to: { path: 'node_modules/(fastify|@fastify)/|^bff/src/http/', pathNot: '^bff/src/http/routes/' },
  },
  {
    name: 'steps-of-the-phone-know-neither-framework-nor-pages',
    from: {
      path: '^miniprogram/src/(verify|apply|move|protect|login|receipt|attempt|holder)/',
      pathNot: testsAndFixtures,
    },
    to: {
      path: 'node_modules/(react|@types/react|@tarojs)/|^miniprogram/(config|src/(app|pages|capture|capture-view|ui|start|journey|parts)[/.])',
    },
  },
  {
    // What the app runs is what demo, attacks, races and canaries drive: without a screen.
    name: 'the-journey-is-headless',
    from: { path: '^miniprogram/src/journey/', pathNot: testsAndFixtures },
    to: {
      path: 'node_modules/(react|@types/react|@tarojs)/|^miniprogram/(config|src/(app|pages|capture|capture-view|ui|start|parts)[/.])',
    },
  },
  {
    name: 'only-the-platform-and-what-opens-the-phone-know-which-platform',
    from: {
      path: '^miniprogram/src/',
      pathNot: `^miniprogram/src/(platform|start|capture-view)/|${testsAndFixtures}`,
    },
    to: { path: '^miniprogram/src/platform/.*open-platform|\\.(weapp|alipay|h5)\\.ts$' },
  },
  {
    name: 'the-platform-imports-no-react',
    from: { path: '^miniprogram/src/platform/' },
    to: { path: 'node_modules/(react|@types/react)/' },
  },
].map((rule) => ({ severity: 'error', ...rule }));

export default {
  forbidden: [...rules, ...downwards],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '(^|/)dist/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
