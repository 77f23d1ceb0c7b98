/** The oldest engines: Chrome 87 (WeChat's and Alipay's own on Android), iOS 13. */
module.exports = {
  presets: [
    [
      'taro',
      {
        framework: 'react',
        ts: true,
        compiler: 'webpack5',
        targets: { chrome: '87', ios: '13' },
        useBuiltIns: false,
      },
    ],
  ],
};
