import { Value } from 'typebox/value';
import { actions } from '../../../../shared/actions.ts';
import { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';
import type { Text } from '../../../../shared/text.ts';

/** Why a call came to nothing, besides the codes of the server. */
export type Why =
  | ErrorCode
  | 'unreachable'
  | 'not-understood'
  | 'passkey-cancelled'
  | 'passkey-impossible'
  | 'authority-unproved'
  | 'asked-to-sign-another'
  | 'reader-silent'
  | 'reader-empty'
  | 'microphone-missing'
  | 'camera-missing';

const own: Record<Exclude<Why, ErrorCode>, { title: Text; next: Text }> = {
  unreachable: {
    title: { zh: '连不上服务', en: 'The service cannot be reached.' },
    next: { zh: '请检查网络，然后再试一次', en: 'Check the network and try again.' },
  },
  'not-understood': {
    title: { zh: '看不懂服务的回答', en: 'The answer of the service was not understood.' },
    next: {
      zh: '请刷新本页；仍不行请查看服务的日志',
      en: "Reload this page; if that does not help, see the service's log.",
    },
  },
  'passkey-cancelled': {
    title: { zh: '没有使用通行密钥', en: 'No passkey was used.' },
    next: {
      zh: '请再按一次，并按设备提示完成指纹、面容或 PIN 验证',
      en: 'Press again, and confirm by finger, face or PIN as your device asks.',
    },
  },
  'passkey-impossible': {
    title: { zh: '这个浏览器用不了通行密钥', en: 'This browser cannot use a passkey here.' },
    next: {
      zh: '请换一台支持通行密钥的设备，或更新浏览器',
      en: 'Use a device that has passkeys, or update this browser.',
    },
  },
  'authority-unproved': {
    title: {
      zh: '无法确认这是认证方发来的',
      en: 'Nothing shows that this comes from the authority.',
    },
    next: {
      zh: '什么都没有发送。请刷新本页；仍不行请停止办理，并联系管理员',
      en: 'Nothing was sent. Reload this page; if that does not help, stop and tell your administrator.',
    },
  },
  'asked-to-sign-another': {
    title: {
      zh: '要签的内容与屏幕上的不同，没有签名',
      en: 'What was to be signed is not what stands here: nothing was signed.',
    },
    next: {
      zh: '请重新作出决定；再次出现请停止办理，并联系管理员',
      en: 'Decide anew; if it happens again, stop and tell your administrator.',
    },
  },
  'reader-silent': {
    title: { zh: '读卡器没有回应', en: 'The card reader does not answer.' },
    next: {
      zh: '请检查读卡器的电源和连线，再读一次；也可以手动输入',
      en: 'Check its power and cable and read again, or type the card by hand.',
    },
  },
  'reader-empty': {
    title: { zh: '读卡器上没有身份证', en: 'No card lies on the reader.' },
    next: {
      zh: '请把身份证平放在读卡器上，再读一次',
      en: 'Lay the card flat on the reader and read again.',
    },
  },
  'camera-missing': {
    title: { zh: '摄像头打不开', en: 'The camera cannot be opened.' },
    next: {
      zh: '请允许本页使用摄像头，或接上摄像头再试',
      en: 'Allow this page to use the camera, or plug one in, and try again.',
    },
  },
  'microphone-missing': {
    title: { zh: '麦克风打不开', en: 'The microphone cannot be opened.' },
    next: {
      zh: '请允许本页使用麦克风，或接上麦克风再试；也可以改用密码',
      en: 'Allow this page to use it, or plug one in and try again; or use the PIN instead.',
    },
  },
};

interface Told extends Pick<Refused, 'title' | 'next' | 'traceId' | 'retryAfter'> {}

/** A call that was refused, or never arrived: what happened, and what to do next. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: Why;
  readonly title: Text;
  readonly next: Text;
  /** Under which the log tells more; empty where nobody was reached. */
  readonly traceId: string;
  /** Seconds to wait, where the server says. */
  readonly retryAfter: number | undefined;

  private constructor(why: Why, { title, next, traceId, retryAfter }: Told) {
    super(why);
    this.why = why;
    this.title = title;
    this.next = next;
    this.traceId = traceId;
    this.retryAfter = retryAfter;
  }

  /** What this page found by itself. */
  static here(why: keyof typeof own): Refused {
    return new Refused(why, { ...own[why], traceId: '', retryAfter: undefined });
  }

  /** What the server would refuse with, found before it was asked. */
  static as(code: ErrorCode): Refused {
    const { action } = errors[code];
    return new Refused(code, {
      ...{ title: errorTexts[code], next: actions[action] },
      ...{ traceId: '', retryAfter: undefined },
    });
  }

  /** What an answer refuses, by its problem (RFC 9457). */
  static async by(answer: Response): Promise<Refused> {
    const problem: unknown = await answer.json().catch(() => undefined);
    if (!Value.Check(ProblemDetails, problem)) return Refused.here('not-understood');
    const { code, title, detail, action, traceId } = problem;
    // Where in a request it did not fit.
    const where = detail.slice(title.length);
    const wait = answer.headers.get('retry-after');
    const retryAfter = wait === null ? undefined : Number(wait);
    const text = errorTexts[code];
    const said = { zh: text.zh + where, en: text.en + where };
    return new Refused(code, { title: said, next: actions[action], traceId, retryAfter });
  }
}
