import Taro from '@tarojs/taro';
import { decodeUtf8 } from '../../../../shared/bytes/utf8.ts';
import type { FacePage, HttpRequest, Platform } from '../platform.ts';
import { openMiniProgram } from './open-platform-taro.ts';

/** Alipay. */
export function openPlatform(): Platform {
  const platform = openMiniProgram({
    name: 'alipay',
    randomValues,
    bodyOf,
    encrypts: 'always',
    recorders: [{ format: 'wav' }, { format: 'mp3' }],
    openFacePage: my.startAPVerify === undefined ? undefined : openFacePage,
    calls: my,
    // A short buzz. A phone that has none is no fault.
    promptFeedback: () => void Taro.vibrateShort({ fail: () => undefined }),
  });
  return { ...platform, askForMessages };
}

function randomValues(length: number): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    if (my.getRandomValues === undefined) throw new Error('Alipay has no source of randomness');
    my.getRandomValues({ length, success: (answer) => resolve(answer.randomValues), fail: reject });
  });
}

/** JSON goes as text, which every version sends; an envelope can only go as the bytes it is. */
function bodyOf({ headers, body }: HttpRequest): ArrayBuffer | string | undefined {
  if (body === undefined) return undefined;
  return headers['content-type'] === 'application/json' ? decodeUtf8(body) : body.slice().buffer;
}

function openFacePage({ verifyId, url = '' }: FacePage, closed: () => void): void {
  my.startAPVerify?.({ certifyId: verifyId, url, success: closed, fail: closed });
}

/** `my.requestSubscribeMessage`: `behavior` is `subscribe` where some or all were accepted. */
function askForMessages(templates: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    if (my.requestSubscribeMessage === undefined) return resolve(false);
    my.requestSubscribeMessage({
      entityIds: [...templates],
      success: ({ behavior }) => resolve(behavior === 'subscribe'),
      fail: () => resolve(false),
    });
  });
}
