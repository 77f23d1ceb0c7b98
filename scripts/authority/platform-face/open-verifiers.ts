import { readFileSync } from 'node:fs';
import { requireEnv } from '../../program/program.ts';
import type { FaceVerifiers } from '../ports/platform-face.ts';
import { alipayFace } from './alipay-face.ts';
import { wechatFace } from './wechat-face.ts';

/** The face verifiers of the platforms whose addresses the environment names. */
export function openVerifiers({
  AUTHORITY_WECHAT_URL: wechatUrl,
  AUTHORITY_ALIPAY_URL: alipayUrl,
}: NodeJS.ProcessEnv): FaceVerifiers {
  return {
    ...(wechatUrl === undefined ? {} : { wechat: wechatFace({ url: wechatUrl }) }),
    ...(alipayUrl === undefined ? {} : { alipay: openAlipay(alipayUrl) }),
  };
}

function openAlipay(url: string) {
  return alipayFace({
    url,
    appId: requireEnv('AUTHORITY_ALIPAY_APPID'),
    privateKey: readFileSync(requireEnv('AUTHORITY_ALIPAY_PRIVATE_KEY'), 'utf8'),
    publicKey: readFileSync(requireEnv('AUTHORITY_ALIPAY_PUBLIC_KEY'), 'utf8'),
    now: Date.now,
  });
}
