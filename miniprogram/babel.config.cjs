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
        // What iOS gets wrong of them is mended where it is met, in place of all of them being written out.
        exclude: ['transform-parameters', 'transform-destructuring'],
        include: [
          'bugfix/transform-safari-id-destructuring-collision-in-function-expression',
          'bugfix/transform-safari-rest-destructuring-rhs-array',
        ],
        useBuiltIns: false,
      },
    ],
  ],
};
