/** What is built from the one source, with the files that a complete output has. */
export const targets = {
  weapp: ['app.js', 'app.json', 'app.wxss', 'base.wxml', 'pages/home/index.js', 'capture/face/index.js'],
  alipay: ['app.js', 'app.json', 'app.acss', 'base.axml', 'mini.project.json', 'capture/face/index.js'],
  h5: ['index.html', 'js', 'css'],
} as const;

export type Target = keyof typeof targets;

export const allTargets = ['weapp', 'alipay', 'h5'] as const satisfies readonly Target[];

export function isTarget(word: string): word is Target {
  return word in targets;
}
