import { Value } from 'typebox/value';
import { actions } from '../../../../shared/actions.ts';
import { ProblemDetails } from '../../../../shared/contract/problem.ts';
import { errorTexts } from '../../../../shared/error-texts.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { Text } from '../../../../shared/text.ts';

/** Why a call came to nothing, besides the codes of the server. */
export type Why = ErrorCode | 'unreachable' | 'not-understood' | 'passkey-cancelled' | 'passkey-impossible';

const own: Record<Exclude<Why, ErrorCode>, { title: Text; next: Text }> = {
  unreachable: {
    title: { zh: '连不上服务', en: 'The service cannot be reached.' },
    next: { zh: '请检查网络，然后再试一次', en: 'Check the network and try again.' },
  },
  'not-understood': {
    title: { zh: '看不懂服务的回答', en: 'The answer of the service was not understood.' },
    next: {
      zh: '请刷新本页；仍不行请查看服务的日志',
      en: 'Reload this page; if that does not help, see the service’s log.',
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
};

/** A call that was refused, or never arrived: what happened, and what to do next. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly why: Why;
  readonly title: Text;
  readonly next: Text;
  /** Under which the log tells more; empty where nobody was reached. */
  readonly traceId: string;

  private constructor(why: Why, { title, next, traceId }: { title: Text; next: Text; traceId: string }) {
    super(why);
    this.why = why;
    this.title = title;
    this.next = next;
    this.traceId = traceId;
  }

  /** What this page found by itself. */
  static here(why: keyof typeof own): Refused {
    return new Refused(why, { ...own[why], traceId: '' });
  }

  /** What an answer refuses, by its problem (RFC 9457). */
  static async by(answer: Response): Promise<Refused> {
    const problem: unknown = await answer.json().catch(() => undefined);
    if (!Value.Check(ProblemDetails, problem)) return Refused.here('not-understood');
    const { code, title, detail, action, traceId } = problem;
    // Where in a request it did not fit.
    const where = detail.slice(title.length);
    const text = errorTexts[code];
    const said = { zh: text.zh + where, en: text.en + where };
    return new Refused(code, { title: said, next: actions[action], traceId });
  }
}
