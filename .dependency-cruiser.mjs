// The import rules of the design: shared imports its schema and cipher libraries only; miniprogram and bff import shared, never
// each other; the mini-program's pages import React and Taro besides, its steps neither; scripts may import all; in the BFF: api
// tables -> ceremony steps -> ports, and only compose.ts knows the adapters.
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
      name: 'miniprogram-imports-only-itself-shared-and-its-framework',
      severity: 'error',
      from: {
        path: '^miniprogram/',
        pathNot: '\\.(test|fixture)\\.ts$|^miniprogram/config/',
      },
      to: {
        pathNot: '^(miniprogram|shared)/|^node_modules/(react|@types/react|@tarojs)/',
      },
    },
    {
      name: 'steps-of-the-phone-know-neither-framework-nor-pages',
      severity: 'error',
      from: {
        path: '^miniprogram/src/(verify|apply|login|holder|trust)/',
      },
      to: {
        path: 'node_modules/(react|@types/react|@tarojs)/|^miniprogram/(config|src/(app|pages|capture|ui|start)[/.])',
      },
    },
    {
      name: 'only-the-platform-and-what-opens-the-phone-know-which-platform',
      severity: 'error',
      from: {
        path: '^miniprogram/src/',
        pathNot: '^miniprogram/src/(platform|start|capture-view)/|\\.test\\.ts$',
      },
      to: {
        path: '^miniprogram/src/platform/open-platform|\\.(weapp|alipay|h5)\\.ts$',
      },
    },
    {
      name: 'the-platform-imports-no-react',
      severity: 'error',
      from: {
        path: '^miniprogram/src/platform/',
      },
      to: {
        path: 'node_modules/(react|@types/react)/',
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
      name: 'only-compose-knows-adapters',
      severity: 'error',
      from: {
        path: '^bff/src/',
        pathNot: '^bff/src/(compose\\.ts|adapters/)|\\.(test|fixture)\\.ts$|^bff/src/audit/main\\.ts$',
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
    exclude: {
      path: '^miniprogram/dist/',
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
