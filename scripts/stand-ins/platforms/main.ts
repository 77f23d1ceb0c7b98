import { createPrivateKey, createPublicKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { requireEnv, serve } from '../../program/program.ts';
import { buildPlatform } from './build-platform.ts';

const app = buildPlatform({
  wechat: { appId: requireEnv('PLATFORM_WECHAT_APPID'), secret: requireEnv('PLATFORM_WECHAT_SECRET') },
  alipay: {
    appId: requireEnv('PLATFORM_ALIPAY_APPID'),
    appPublicKey: createPublicKey(readFileSync(requireEnv('PLATFORM_ALIPAY_APP_PUBLIC_KEY'))),
    platformPrivateKey: createPrivateKey(readFileSync(requireEnv('PLATFORM_ALIPAY_PRIVATE_KEY'))),
  },
  now: Date.now,
  random: (length) => new Uint8Array(randomBytes(length)),
});

await serve(app, process.env.PLATFORM_HOST ?? '127.0.0.1', Number(process.env.PLATFORM_PORT ?? 0));
