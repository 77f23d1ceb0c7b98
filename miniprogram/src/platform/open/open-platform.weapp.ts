import Taro from '@tarojs/taro';
import type { FacePage, Platform } from '../platform.ts';
import { voiceLevels } from '../signals.ts';
import { openMiniProgram } from './open-platform-taro.ts';
import { permit } from './permit.weapp.ts';
import { promptFeedback } from './prompt-feedback.weapp.ts';
import { wechatSecureKey } from './secure-key.weapp.ts';

/** WeChat. */
export function openPlatform(): Platform {
  const platform = openMiniProgram({
    name: 'wechat',
    randomValues: async (length) => (await Taro.getRandomValues({ length })).randomValues,
    encrypts: { from: '2.21.3' },
    recorders: [{ format: 'PCM', frameSize: 2 }, { format: 'wav' }, { format: 'mp3' }],
    permit,
    openFacePage: wx.requestFacialVerify === undefined ? undefined : openFacePage,
    calls: wx,
    promptFeedback,
  });
  return { ...platform, level: voiceLevels.add, secureKey: wechatSecureKey(), askForMessages };
}

function openFacePage({ verifyId }: FacePage, closed: () => void): void {
  wx.requestFacialVerify?.({ verifyId, success: closed, fail: closed });
}

/** `wx.requestSubscribeMessage`: each template that is accepted may be sent once. */
function askForMessages(templates: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    if (wx.requestSubscribeMessage === undefined) return resolve(false);
    wx.requestSubscribeMessage({
      tmplIds: [...templates],
      success: (said) => resolve(templates.some((template) => said[template] === 'accept')),
      fail: () => resolve(false),
    });
  });
}
