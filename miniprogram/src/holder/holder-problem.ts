import { type HolderAction, holderActions } from '../../../shared/holder-actions.ts';
import { holderErrorTexts } from '../../../shared/holder-error-texts.ts';
import { type HolderErrorCode, holderErrors } from '../../../shared/holder-errors.ts';
import type { Text } from '../../../shared/text.ts';
import { type LocalProblem, localProblems } from './local-problems.ts';
import { doneByPeople, saidToPeople } from './said-to-people.ts';

export type LocalCode = keyof typeof localProblems;
export type HolderCode = HolderErrorCode | LocalCode;

/** The one error that the steps of the phone throw: pages show its text and offer its action. */
export class HolderProblem extends Error {
  override readonly name = 'HolderProblem';
  readonly code: HolderCode;
  readonly action: HolderAction;
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
  return isLocal(code) ? localProblems[code] : (saidToPeople[code] ?? holderErrorTexts[code]);
}

/** What a page says is to be done next. */
export function nextText({ code, action }: HolderProblem): Text {
  const local: LocalProblem | undefined = isLocal(code) ? localProblems[code] : undefined;
  return local?.next ?? doneByPeople[action] ?? holderActions[action];
}

function entryOf(code: HolderCode): { action: HolderAction; retryable: boolean } {
  return isLocal(code) ? localProblems[code] : holderErrors[code];
}

function isLocal(code: HolderCode): code is LocalCode {
  return code in localProblems;
}
