import type { Target } from '../../../build/targets.ts';

export type MiniTarget = Exclude<Target, 'h5'>;

/** How the files of an output are called. */
export const extensions = {
  weapp: { template: '.wxml', script: '.wxs', style: '.wxss' },
  alipay: { template: '.axml', script: '.sjs', style: '.acss' },
} as const satisfies Record<MiniTarget, object>;
