import type { Action } from '../../../shared/actions.ts';
import { errorTexts } from '../../../shared/error-texts.ts';
import { type ErrorCode, errors } from '../../../shared/errors.ts';
import type { Text } from '../../../shared/text.ts';

interface LocalProblem extends Text {
  retryable: boolean;
  action: Action;
}

/** What can go wrong on the phone itself; what the BFF answers is in `shared/errors.ts`. Closed as well. */
const localProblems = {
  'network-failed': {
    retryable: true,
    action: 'retry-later',
    zh: '网络连不上，请检查手机的网络',
    en: 'No network: check the connection of your phone.',
  },
  'answer-unreadable': {
    retryable: true,
    action: 'retry-later',
    zh: '服务的回答读不懂',
    en: 'The answer could not be understood.',
  },
  'authority-untrusted': {
    retryable: false,
    action: 'ask-staff',
    zh: '无法确认认证方是真的，没有采集任何内容',
    en: 'This does not come from the authority, or not for this check. Nothing was captured.',
  },
  'clock-wrong': {
    retryable: true,
    action: 'retry-later',
    zh: '手机的时间不准，请在手机设置里改为自动设置时间',
    en: "The phone's clock is wrong: let it set the time by itself.",
  },
  'camera-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '还没有允许使用相机',
    en: 'The camera may not be used.',
  },
  'camera-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有找到相机',
    en: 'There is no camera.',
  },
  'microphone-refused': {
    retryable: true,
    action: 'ask-staff',
    zh: '还没有允许使用麦克风',
    en: 'The microphone may not be used.',
  },
  'microphone-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '没有找到麦克风',
    en: 'There is no microphone.',
  },
  'capture-interrupted': {
    retryable: true,
    action: 'capture-again',
    zh: '采集中断了，什么都没有发送',
    en: 'The capture was interrupted; nothing was sent.',
  },
  'capture-timeout': {
    retryable: true,
    action: 'capture-again',
    zh: '采集超时了，什么都没有发送',
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
    zh: '这个版本不能刷脸，请更新应用后再试',
    en: 'This version of the app has no face check: update the app and try again.',
  },
  'randomness-missing': {
    retryable: false,
    action: 'ask-staff',
    zh: '这部手机不能安全加密，没有采集任何内容',
    en: 'This phone cannot encrypt safely, so nothing was captured.',
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

/** Whatever was thrown, as a problem that a page can show. */
export function asProblem(cause: unknown): HolderProblem {
  return cause instanceof HolderProblem ? cause : new HolderProblem('answer-unreadable', { cause });
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
