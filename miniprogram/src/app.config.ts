const pages = [
  'pages/home/index',
  'pages/login/index',
  'pages/apply/index',
  'pages/scan/index',
  'pages/confirm/index',
  'pages/waiting/index',
  'pages/word/index',
  'pages/result/index',
];
/** Packages of their own, loaded behind home, so that it appears without them: what only a capture needs, and what no check needs. */
const besides = ['pages/records', 'pages/settings', 'pages/help'];
const preloaded: { network: 'all'; packages: string[] } = {
  network: 'all',
  packages: ['capture', ...besides],
};
/** Home comes first: it is what opens. */
const common: Taro.AppConfig = {
  pages,
  subPackages: [
    { root: 'capture', pages: ['face/index', 'voice/index'] },
    ...besides.map((root) => ({ root, pages: ['index'] })),
  ],
  preloadRule: {
    'pages/home/index': preloaded,
    'pages/scan/index': { network: 'all', packages: ['capture'] },
    'pages/confirm/index': { network: 'all', packages: ['capture'] },
  },
};
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
