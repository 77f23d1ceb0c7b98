const pages = ['pages/home/index', 'pages/scan/index', 'pages/confirm/index'];
/** Packages of their own, so that home and a counter's question appear without them. What a check goes on with once it is agreed to: */
const check = ['pages/waiting', 'pages/word', 'pages/result'];
/** and what no check of a citizen who has a credential needs; to log in takes a page in browsers, and where another phone took the place. */
const besides = [
  'pages/login',
  'pages/apply',
  'pages/records',
  'pages/settings',
  'pages/help',
  'pages/meet',
  'pages/manage',
  'pages/move',
  'pages/notices',
  'pages/dispute',
  'pages/consents',
  'pages/appointment',
  'pages/family',
];
/** Where a package has more than its own page: what shows a code for another phone has the drawing of codes in common. */
const more: Record<string, string[]> = { 'pages/meet': ['copy/index'] };
/** Loaded ahead, behind the page that leads there. */
const ahead = (...packages: string[]): { network: 'all'; packages: string[] } => ({
  network: 'all',
  packages: ['capture', ...check, ...packages],
});
/** Home comes first: it is what opens. */
const common = {
  pages,
  subPackages: [
    { root: 'capture', pages: ['face/index', 'voice/index'] },
    ...[...check, ...besides].map((root) => ({ root, pages: ['index', ...(more[root] ?? [])] })),
  ],
  preloadRule: {
    'pages/home/index': ahead(...besides),
    'pages/scan/index': ahead(),
    'pages/confirm/index': ahead('pages/apply', 'pages/family'),
  },
} satisfies Taro.AppConfig;
const title = '亮证';

/** Each platform's own keys and nothing else; colours with an @ stand in `theme.json`, which WeChat alone reads. */
const configs: Record<'weapp' | 'alipay' | 'h5', Taro.AppConfig> = {
  weapp: {
    ...common,
    lazyCodeLoading: 'requiredComponents',
    darkmode: true,
    themeLocation: 'theme.json',
    window: {
      navigationBarTitleText: title,
      navigationBarBackgroundColor: '@barGround',
      navigationBarTextStyle: '@barInk',
      backgroundColor: '@ground',
    },
    permission: {
      'scope.camera': { desc: '用于核验时确认是您本人，只在您同意后使用' },
      'scope.record': { desc: '用于核验时朗读数字，只在您同意后使用' },
    },
  },
  alipay: {
    ...common,
    window: {
      navigationBarTitleText: title,
      navigationBarBackgroundColor: '#faf6ed',
      backgroundColor: '#faf6ed',
    },
  },
  h5: {
    ...common,
    // A ward's copy of a receipt is opened in a browser, by its address.
    subPackages: [...common.subPackages, { root: 'pages/slip', pages: ['index'] }],
    window: { navigationBarTitleText: title },
    // A page that slides in hides the one below later, and leaves it hidden when somebody goes back at once.
    animation: false,
  },
};

function configOf(target: string | undefined): Taro.AppConfig {
  if (target === 'alipay' || target === 'h5') return configs[target];
  return configs.weapp;
}

export default defineAppConfig(configOf(process.env.TARO_ENV));
