import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Consent } from '../../../shared/contract/attempt/03-challenge.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { beginApplication, beginCheck, beginMove, beginProtection, resume } from '../journey/begin.ts';
import { endJourney, type Journey, learnView, type Typed } from '../journey/journey.ts';
import { leaveOutVoice } from '../journey/leave-out-voice.ts';
import { nextStep } from '../journey/next-step.ts';
import { tellPause } from '../journey/tell-pause.ts';
import {
  arrivedScan,
  arriveHere,
  currentArrival,
  forgetArrival,
  isArriving,
  recallArrival,
} from './arrived.ts';
import { askWaiting, type Waiting } from './ask-waiting.ts';
import { ensureLoggedIn } from './ensure-logged-in.ts';
import { openHolder } from './open-holder.ts';
import { keepReceipt, wantReceipt } from './receipts.ts';
import { wantCopy } from './ward-copies.ts';

/** The app goes on one journey at a time. */
let current: Journey | undefined;
/** Ends what looks whether its page is left. */
let unwatch = (): void => undefined;

/** The journey in progress, if it is of this session. */
export function journeyOf(sessionId: string): Journey | undefined {
  return current?.view.id === sessionId ? current : undefined;
}

/**
 * The journey in progress, if it is of this session and its end, or that of its attempt, is known here. A step that the BFF
 * refused because the session is over is no such end: how it ended is still to be asked.
 */
export function endedJourneyOf(sessionId: string): Journey | undefined {
  const journey = journeyOf(sessionId);
  const next = journey === undefined ? undefined : nextStep(journey).at;
  return next === 'result' || next === 'retry' ? journey : undefined;
}

/** The check in progress, if a counter still waits for it. */
export function currentCheck(): Journey | undefined {
  return current?.view.asks === undefined || isFinal(current.view.state) ? undefined : current;
}

/**
 * What was begun with a form of that page and may go on, if there is anything. After a reload there is nothing: what was agreed to is not
 * known here.
 */
export function currentForm(page: 'apply' | 'move'): Journey | undefined {
  if (current?.typed === undefined || current.progress.at === 'shown') return undefined;
  if (rulesOf(current.view.ceremony).beginsWith !== page) return undefined;
  return current.view.state === 'claimed' ? current : undefined;
}

/**
 * Takes the session whose code was scanned; one that this phone takes part in already goes on where it was. A phone that is not
 * logged in yet says first that it scanned, while it logs in: see `currentArrival`. What it may not claim yet for want of a credential is kept for
 * `claimArrival`.
 * @throws HolderProblem
 */
export async function startCheck(code: string): Promise<Journey> {
  const { link } = await openHolder();
  if (link.accessToken === undefined || isArriving(code)) return await claimArrival(code);
  try {
    return keep(await beginCheck(await ensureLoggedIn(), code));
  } catch (problem) {
    if (!(problem instanceof HolderProblem)) throw problem;
    if (problem.code === 'code-stale') return await claimArrival(code);
    // The ticket outlives the code: who applies now need not scan again.
    if (keepsArrival(problem)) await arriveHere(code).catch(() => undefined);
    throw problem;
  }
}

/**
 * Claims what this phone has scanned, by the ticket of its arrival, once it has logged in and, for a newcomer, applied.
 * @param code of a scan that may not have arrived yet
 * @throws HolderProblem as claim; code-stale where nothing has arrived
 */
export async function claimArrival(code?: string): Promise<Journey> {
  if (code !== undefined) void arriveHere(code);
  else if (currentArrival() === undefined) await recall();
  const arriving = arrivedScan();
  const scanned = arriving.catch((problem: unknown) => byCodeAlone(problem, code));
  const [arrived, holder] = await Promise.all([scanned, ensureLoggedIn(arriving)]);
  try {
    const begun = await beginCheck(holder, arrived.code, arrived.ticket);
    forgetArrival();
    return keep(begun);
  } catch (problem) {
    if (problem instanceof HolderProblem && !problem.retryable && !keepsArrival(problem)) forgetArrival();
    throw problem;
  }
}

/** Where too many arrive, as by a photographed code, a scan still counts by its code, which is young as yet. */
function byCodeAlone(problem: unknown, code: string | undefined): { code: string; ticket?: string } {
  if (code === undefined || !(problem instanceof HolderProblem) || problem.code !== 'too-many-requests')
    throw problem;
  return { code };
}

/** After a reload the BFF alone knows what was scanned. */
async function recall(): Promise<void> {
  const { arrival } = await askWaiting().catch((): Waiting => ({}));
  if (arrival !== undefined) recallArrival(arrival);
}

const mendable: readonly HolderProblem['action'][] = [
  ...(['apply-first', 'raise-level', 'log-in-again', 'unfreeze-first', 'move-first'] as const),
];

/** What the person can mend while the counter waits: the same scan counts afterwards. */
function keepsArrival({ action }: HolderProblem): boolean {
  return mendable.includes(action);
}

/** Opens an application. @throws HolderProblem */
export async function startApplication(consent: Consent, typed: Typed): Promise<Journey> {
  return keep(await beginApplication(await ensureLoggedIn(), { consent, typed }));
}

/** Opens the move of the credential to this phone. @throws HolderProblem */
export async function startMove(consent: Consent, typed: Typed): Promise<Journey> {
  return keep(await beginMove(await ensureLoggedIn(), { consent, typed }));
}

/** Opens what weakens the credential, by the own face. @throws HolderProblem */
export async function startProtection(consent: Consent, act: ProtectAct): Promise<Journey> {
  return keep(await beginProtection(await ensureLoggedIn(), { act, consent }));
}

/**
 * Once more, by the face alone: this phone's voice, or its want of a microphone, stood in the way. What was agreed to at the opening is
 * settled, so that another one is opened with what was typed, and the one before runs out.
 * @throws HolderProblem
 */
export async function tryWithoutVoice(journey: Journey): Promise<Journey> {
  const { typed, view } = journey;
  const { beginsWith } = rulesOf(view.ceremony);
  const consent = { ...journey.consent, voice: false };
  if (view.act !== undefined) return startProtection(consent, view.act);
  if (typed === undefined || beginsWith === 'scan') {
    leaveOutVoice(journey);
    return journey;
  }
  const idPhoto = typed.idPhoto?.slice();
  const start = beginsWith === 'move' ? startMove : startApplication;
  return start(consent, { ...typed, ...(idPhoto === undefined ? {} : { idPhoto }) });
}

/** The session as the BFF knows it, with what this phone still holds for it. @throws HolderProblem */
export async function resumeJourney(sessionId: string): Promise<Journey> {
  return keep(await resume(await ensureLoggedIn(), sessionId));
}

/** Lets go of the journey in progress; a capture that runs is stopped and nothing of it is sent. */
export function dropJourney(): void {
  unwatch();
  unwatch = () => undefined;
  if (current !== undefined) endJourney(current);
  current = undefined;
}

/** One of the session that is in progress already goes on where it was; what another still held is let go of. */
function keep(begun: Journey): Journey {
  if (current?.view.id === begun.view.id) {
    learnView(current, begun.view);
    return current;
  }
  dropJourney();
  current = begun;
  current.onEnd = keepReceipt;
  current.wantReceipt = wantReceipt;
  current.wantCopy = wantCopy;
  if (isFinal(begun.view.state)) keepReceipt(begun.view);
  unwatch = begun.holder.platform.onHide(() => tellPause(begun));
  return begun;
}
