import type { Holder } from '../../../miniprogram/src/holder/holder.ts';
import { HolderProblem } from '../../../miniprogram/src/holder/holder-problem.ts';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { agree, tryAgain } from '../../../miniprogram/src/journey/answer.ts';
import { awaitOutcome } from '../../../miniprogram/src/journey/await-outcome.ts';
import {
  beginApplication,
  beginCheck,
  beginMove,
  beginProtection,
  refresh,
} from '../../../miniprogram/src/journey/begin.ts';
import type { Journey, Typed } from '../../../miniprogram/src/journey/journey.ts';
import { type NextStep, nextStep } from '../../../miniprogram/src/journey/next-step.ts';
import { switchToStaff } from '../../../miniprogram/src/journey/switch-to-staff.ts';
import { takePlatformFace } from '../../../miniprogram/src/journey/take-platform-face.ts';
import { takeFace, takeVoice } from '../../../miniprogram/src/journey/take-samples.ts';
import { arrive } from '../../../miniprogram/src/verify/02-arrive.ts';
import type { FacePrompt, RetryHint } from '../../../shared/challenge.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import { isFinal } from '../../../shared/sessions.ts';

/** Whoever holds the phone. What is left out: agrees to everything, tries again as often as it may, and looks at no screen. */
export interface Owner {
  consent?: Consent;
  /** For which family member it is, where it is not for the owner: a delegation. */
  ward?: string;
  /** Whether the person agrees to what the view says. */
  agrees?(view: SessionView): Promise<boolean>;
  /** Whether the person tries again after these hints. */
  triesAgain?(hints: readonly RetryHint[]): Promise<boolean>;
  /** What the screen shows while samples are taken. */
  prompt?(prompt: FacePrompt | null): void;
  digits?(digits: string): void;
  /** Where the phone wants its receipt to be kept, if it keeps any. */
  wantsReceipt?: NonNullable<Journey['wantReceipt']>;
  /** Says the counter word to the clerk, who types it. */
  word?(digits: string): Promise<void>;
}

/** A check from the scanned code to the end of its session, step by step as the app takes them. @throws HolderProblem */
export async function playCheck(holder: Holder, code: string, owner: Owner = {}): Promise<SessionView> {
  return await playJourney(await beginCheck(holder, code), owner);
}

/**
 * A newcomer's check by one scan: it arrives, somebody logs in, applies and goes on with the same scan, however old its code is by then.
 * @param way how the phone logs in, and applies where it has no credential that does
 * @throws HolderProblem
 */
export async function playScan(
  holder: Holder,
  code: string,
  way: { logIn: () => Promise<unknown>; apply: () => Promise<unknown> },
  owner: Owner = {},
): Promise<SessionView> {
  const { ticket } = await arrive(holder, code);
  await way.logIn();
  const journey = await beginCheck(holder, code, ticket).catch(async (problem: unknown) => {
    if (!(problem instanceof HolderProblem) || problem.action !== 'apply-first') throw problem;
    await way.apply();
    return await beginCheck(holder, code, ticket);
  });
  return await playJourney(journey, owner);
}

/** An application from consent to its end, or to where the person gives up. @throws HolderProblem */
export async function playApplication(holder: Holder, typed: Typed, owner: Owner = {}): Promise<SessionView> {
  const consent = owner.consent ?? { face: true, voice: true };
  return await playJourney(await beginApplication(holder, { consent, typed }), owner);
}

/** Brings the credential of the phone before along, from consent to its end. @throws HolderProblem */
export async function playMove(holder: Holder, typed: Typed, owner: Owner = {}): Promise<SessionView> {
  const consent = owner.consent ?? { face: true, voice: true };
  return await playJourney(await beginMove(holder, { consent, typed }), owner);
}

/** What weakens a credential, by the face of its holder. @throws HolderProblem */
export async function playProtection(
  holder: Holder,
  act: ProtectAct,
  owner: Owner = {},
): Promise<SessionView> {
  const consent = owner.consent ?? { face: true, voice: true };
  return await playJourney(await beginProtection(holder, { act, consent }), owner);
}

/** An application that must pass: this phone then has a credential. @throws Error where it does not; HolderProblem */
export async function enrol(holder: Holder, typed: Typed, owner: Owner = {}): Promise<SessionView> {
  const view = await playApplication(holder, typed, owner);
  if (view.state !== 'passed') throw new Error(`the application ended as ${view.state}`);
  return view;
}

/**
 * Goes on until the session has ended or the person gives up, or before the step `until`. Where the session ended elsewhere
 * meanwhile, its view says so, not an error.
 * @throws HolderProblem
 */
export async function playJourney(
  journey: Journey,
  owner: Owner = {},
  until?: NextStep['at'],
): Promise<SessionView> {
  if (owner.wantsReceipt !== undefined) journey.wantReceipt = owner.wantsReceipt;
  if (owner.ward !== undefined)
    journey.ward = { delegationId: owner.ward, name: { zh: '家人', en: 'a family member' } };
  while (nextStep(journey).at !== until) {
    try {
      if (await takeStep(journey, owner)) break;
    } catch (problem) {
      if (!(problem instanceof HolderProblem) || problem.code !== 'session-over') throw problem;
      await refresh(journey);
      if (!isFinal(journey.view.state)) throw problem;
    }
  }
  return journey.view;
}

/** Takes one step. @returns whether it was the last */
async function takeStep(journey: Journey, owner: Owner): Promise<boolean> {
  const next = nextStep(journey);
  switch (next.at) {
    case 'confirm':
      if ((await owner.agrees?.(journey.view)) === false) await switchToStaff(journey);
      else agree(journey, owner.consent ?? { face: true, voice: true });
      return false;
    case 'face':
      await takeFace(journey, (prompt) => owner.prompt?.(prompt));
      return false;
    case 'platform-face':
      await takePlatformFace(journey);
      return false;
    case 'voice':
      await takeVoice(journey, { onOpen: (digits) => owner.digits?.(digits), heard: () => true });
      return false;
    case 'word':
      await owner.word?.(next.digits);
      await awaitOutcome(journey);
      return false;
    case 'waiting':
      await awaitOutcome(journey);
      return false;
    case 'retry':
      if ((await owner.triesAgain?.(next.hints)) !== false) {
        tryAgain(journey);
        return false;
      }
      await switchToStaff(journey);
      return true;
    case 'start-anew':
    case 'result':
      return true;
  }
}
