/** Home comes first: it is what opens. `capture` is a package of its own, so that the card appears without it. */
export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/login/index',
    'pages/apply/index',
    'pages/scan/index',
    'pages/confirm/index',
    'pages/waiting/index',
    'pages/result/index',
    'pages/records/index',
    'pages/settings/index',
    'pages/help/index',
  ],
  subPackages: [{ root: 'capture', pages: ['face/index', 'voice/index'] }],
  preloadRule: { 'pages/confirm/index': { network: 'all', packages: ['capture'] } },
  lazyCodeLoading: 'requiredComponents',
  darkmode: true,
  // Browsers: a page that slides in hides the one below later, and leaves it hidden when somebody goes back at once.
  ...(process.env.TARO_ENV === 'h5' ? { animation: false } : {}),
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '亮证',
    navigationBarBackgroundColor: '@barGround',
    navigationBarTextStyle: '@barInk',
    backgroundColor: '@ground',
  },
  permission: {
    'scope.camera': { desc: '用于核验时确认是您本人，只在您同意后使用' },
    'scope.record': { desc: '用于核验时朗读数字，只在您同意后使用' },
  },
});
