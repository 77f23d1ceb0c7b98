import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { HolderProblem } from '../../miniprogram/src/holder/holder-problem.ts';
import type { SessionView } from '../../miniprogram/src/holder/who-asks.ts';
import { readReceipt } from '../../miniprogram/src/receipt/01-read-receipt.ts';
import type { OwnReceipt } from '../../miniprogram/src/receipt/open-own.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import * as limits from '../../shared/limits.ts';
import type { Purpose, Scene } from '../../shared/scenes.ts';
import type { Counter } from '../stand-ins/counter/counter.ts';
import type { Arrival } from '../stand-ins/counter/event-log.ts';
import type { Phone } from '../stand-ins/phone/pick-up-phone.ts';
import { playCheck as playPhone } from '../stand-ins/phone/play-journey.ts';
import { newReceiptPlace } from '../stand-ins/phone/receipt-place.ts';
import type { Seen } from '../stand-ins/phone/scripted-platform.ts';
import { type CaseResult, type Outcome, reasonOf } from './case-result.ts';

/** A check to play: who stands before the camera, who speaks, and what the challenge is made to say. */
export interface Check {
  name: string;
  expected: Exclude<Outcome, 'issued'>;
  scene: Scene;
  purpose: Purpose;
  seen: Seen;
  /** The code is scanned, and comes later than a fresh one may. */
  late?: true;
  /** The holder agrees to no voice. */
  faceAlone?: true;
  /** The holder acts for a family member, by this delegation. */
  ward?: string;
  /** The digits of the next attempt's challenge; where there are none the authority's own random ones stand. */
  digits(): string | undefined;
  /** The one code that counts as `refused`, where a check is to be refused. */
  refusedFor?: ErrorCode;
}

export interface Place {
  counter: Counter;
  /** Fixes the digits of the next challenge of that session. */
  fixDigits(sessionId: string, digits: string): Promise<void>;
}

type End = Pick<CaseResult, 'actual' | 'reason'> & { latency?: number };

const random = (length: number) => new Uint8Array(randomBytes(length));

/** The counter must hear within this of what the phone knows, in milliseconds. */
const eventPatience = 10_000;

/** One check at a counter, tried again as long as the authority lets one. Nothing is thrown: an error is a result. */
export async function playCheck(
  phone: Phone,
  person: string,
  check: Check,
  place: Place,
): Promise<CaseResult> {
  const { name, expected } = check;
  const began = performance.now();
  phone.platform.seen = check.seen;
  const { latency, ...end } = await playToEnd(phone, check, place).catch(
    (problem: unknown): End => ({ actual: 'error', reason: reasonOf(problem) }),
  );
  const msTotal = Math.round(performance.now() - began);
  return { case: name, person, expected, ...end, msVerdictToCounter: latency ?? null, msTotal };
}

async function playToEnd(phone: Phone, check: Check, { counter, fixDigits }: Place): Promise<End> {
  const { session, code } = await counter.openSession(check.scene, check.purpose);
  const { sessionId } = session;
  const capturesBefore = phone.platform.captures;
  const nextChallenge = async (): Promise<true> => {
    const digits = check.digits();
    if (digits !== undefined) await fixDigits(sessionId, digits);
    return true;
  };
  const place = newReceiptPlace(random);
  const scanned = code();
  if (check.late) await sleep(limits.counterCodeMaxAge + 1000);
  try {
    const view = await playPhone(phone.holder, check.late ? scanned : code(), {
      wantsReceipt: async (holder) => place.wantedBy(holder),
      consent: { face: true, voice: check.faceAlone !== true },
      ...(check.ward !== undefined && { ward: check.ward }),
      agrees: nextChallenge,
      triesAgain: nextChallenge,
      async word(digits) {
        await counter.giveWord(sessionId, digits);
      },
    });
    const receipt = await readReceipt(phone.holder, { sessionId, ...place });
    return await agreedEnd(counter, view, receipt, await counter.awaitEnd(sessionId, eventPatience));
  } catch (problem) {
    await counter.endSession(sessionId, 'abandoned').catch(() => undefined);
    const captured = phone.platform.captures > capturesBefore;
    const reason = reasonOf(problem);
    if (captured) return { actual: 'error', reason: `${reason} after a capture` };
    const refused = problem instanceof HolderProblem && problem.code === (check.refusedFor ?? problem.code);
    return { actual: refused ? 'refused' : 'error', reason };
  }
}

/** Phone, receipt, event and result token must say the same of the same session. */
async function agreedEnd(
  counter: Counter,
  view: SessionView,
  receipt: OwnReceipt | undefined,
  { view: seen, at }: Arrival,
): Promise<End> {
  const { state, result, sessionId, decidedAt } = seen;
  if (view.state !== state) return { actual: 'error', reason: `phone ${view.state}, counter ${state}` };
  if (state !== 'passed' && state !== 'failed') return { actual: 'error', reason: state };
  if (result === undefined || decidedAt === undefined) return { actual: 'error', reason: 'no result' };
  const actual = state === 'passed' ? 'pass' : 'fail';
  const claims = await counter.openResult(result);
  if (claims.outcome !== actual || claims.jti !== sessionId) {
    return { actual: 'error', reason: `result token ${claims.outcome}` };
  }
  if (receipt?.claims.outcome !== actual)
    return { actual: 'error', reason: `receipt ${receipt?.claims.outcome ?? 'missing'}` };
  // BFF and counter run on one machine and so by one clock; `decidedAt` is when the BFF took the verdict, in whole milliseconds.
  const latency = Math.max(0, Math.round((at - decidedAt) * 10) / 10);
  return { actual, reason: (view.hints ?? []).join(' '), latency };
}
