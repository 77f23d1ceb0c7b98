// The import rules of the design: shared imports its schema and cipher libraries only; miniprogram and bff import shared, never
// each other; scripts may import all; in the BFF: api tables -> ceremony steps -> ports, and only main.ts knows the adapters.
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: {
        circular: true,
      },
    },
    {
      name: 'shared-imports-only-schema-and-ciphers',
      severity: 'error',
      from: {
        path: '^shared/',
        pathNot: '\\.(test|fixture)\\.ts$|^shared/vectors/',
      },
      to: {
        pathNot: '^shared/|^node_modules/(typebox|@noble/(curves|ciphers|hashes)|sm-crypto-v2)/',
      },
    },
    {
      name: 'miniprogram-imports-only-itself-and-shared',
      severity: 'error',
      from: {
        path: '^miniprogram/',
        pathNot: '\\.(test|fixture)\\.ts$',
      },
      to: {
        pathNot: '^(miniprogram|shared)/',
      },
    },
    {
      name: 'bff-never-imports-miniprogram-or-scripts',
      severity: 'error',
      from: {
        path: '^bff/',
        pathNot: '\\.(test|fixture)\\.ts$',
      },
      to: {
        path: '^(miniprogram|scripts)/',
      },
    },
    {
      name: 'only-main-knows-adapters',
      severity: 'error',
      from: {
        path: '^bff/src/',
        pathNot: '^bff/src/(main\\.ts|adapters/|start/)|\\.(test|fixture)\\.ts$|^bff/src/audit/main\\.ts$',
      },
      to: {
        path: '^bff/src/adapters/',
      },
    },
    {
      name: 'steps-do-not-import-fastify',
      severity: 'error',
      from: {
        path: '^bff/src/(verify|apply|login|access|session|audit|ports)/',
        pathNot: '\\.(test|fixture)\\.ts$',
      },
      to: {
        path: 'node_modules/(fastify|@fastify)|^bff/src/http/',
      },
    },
    {
      name: 'ports-import-no-steps',
      severity: 'error',
      from: {
        path: '^bff/src/ports/',
      },
      to: {
        path: '^bff/src/',
        pathNot: '^bff/src/ports/',
      },
    },
    {
      name: 'what-cannot-be-resolved',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
      },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: {
      fileName: 'tsconfig.json',
    },
    doNotFollow: {
      path: 'node_modules',
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
