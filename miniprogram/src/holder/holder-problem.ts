import type { Action } from '../../../shared/actions.ts';
import { errorTexts } from '../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import type { Text } from '../../../shared/text.ts';

interface LocalProblem extends Text {
  retryable: boolean;
  action: Action;
}

/** What can go wrong on the phone itself; what the BFF answers is in `shared/errors.ts`. Closed as well. */
export const localProblems = {
  'network-failed': {
    retryable: true,
    action: 'retry-later',
    zh: '网络不可用',
    en: 'The network cannot be reached.',
  },
  'answer-unreadable': {
    retryable: true,
    action: 'retry-later',
    zh: '服务应答异常',
    en: 'The answer could not be understood.',
  },
  'authority-untrusted': {
    retryable: false,
    action: 'ask-staff',
    zh: '无法确认认证方的身份',
    en: 'This does not come from the authority, or not for this check. Nothing was captured.',
  },
  'clock-wrong': {
    retryable: true,
    action: 'retry-later',
    zh: '手机时间不准确，请校准后重试',
    en: "The phone's clock is wrong: set it and try again.",
  },
  'camera-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '未获得相机权限',
    en: 'The camera may not be used.',
  },
  'camera-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有可用的相机',
    en: 'There is no camera.',
  },
  'microphone-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '未获得麦克风权限',
    en: 'The microphone may not be used.',
  },
  'microphone-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有可用的麦克风',
    en: 'There is no microphone.',
  },
  'capture-interrupted': {
    retryable: true,
    action: 'capture-again',
    zh: '拍摄已中断',
    en: 'The capture was interrupted; nothing was sent.',
  },
  'capture-timeout': {
    retryable: true,
    action: 'capture-again',
    zh: '拍摄已超时',
    en: 'The capture took too long; nothing was sent.',
  },
  'capture-empty': {
    retryable: true,
    action: 'capture-again',
    zh: '没有采集到内容',
    en: 'Nothing was captured.',
  },
  'platform-face-left': {
    retryable: true,
    action: 'capture-again',
    zh: '刷脸没有完成',
    en: 'The face check was not finished.',
  },
  'platform-face-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '此版本不支持刷脸，请升级应用后再试',
    en: 'This version of the app has no face check: update the app and try again.',
  },
  'randomness-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '手机缺少安全随机数',
    en: 'The phone gives no randomness, so nothing can be sealed.',
  },
} as const satisfies Record<string, LocalProblem>;

export type LocalCode = keyof typeof localProblems;
export type HolderCode = ErrorCode | LocalCode;

/** The one error that the steps of the phone throw: pages show its text and offer its action. */
export class HolderProblem extends Error {
  override readonly name = 'HolderProblem';
  readonly code: HolderCode;
  readonly action: Action;
  readonly retryable: boolean;
  /** Seconds after which the BFF will listen again. */
  readonly retryAfter: number | undefined;
  /** Finds the answer in the BFF's log. */
  readonly traceId: string | undefined;
  /** Which check refused, for developers. Never a datum of the person. */
  readonly why: string | undefined;

  constructor(
    code: HolderCode,
    facts: { retryAfter?: number | undefined; traceId?: string; why?: string; cause?: unknown } = {},
  ) {
    super(code, facts.cause === undefined ? undefined : { cause: facts.cause });
    const { action, retryable } = entryOf(code);
    this.code = code;
    this.action = action;
    this.retryable = retryable;
    this.retryAfter = facts.retryAfter;
    this.traceId = facts.traceId;
    this.why = facts.why;
  }
}

/** What a page says about a problem. */
export function problemText(code: HolderCode): Text {
  return isLocal(code) ? localProblems[code] : errorTexts[code];
}

function entryOf(code: HolderCode): { action: Action; retryable: boolean } {
  return isLocal(code) ? localProblems[code] : errors[code];
}

function isLocal(code: HolderCode): code is LocalCode {
  return code in localProblems;
}
