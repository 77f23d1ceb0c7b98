import { HolderProblem } from '../../../../miniprogram/src/holder/holder-problem.ts';
import type { SessionView } from '../../../../miniprogram/src/holder/who-asks.ts';
import { beginCheck, refresh } from '../../../../miniprogram/src/journey/begin.ts';
import type { Journey } from '../../../../miniprogram/src/journey/journey.ts';
import { switchToStaff } from '../../../../miniprogram/src/journey/switch-to-staff.ts';
import { login } from '../../../../miniprogram/src/login/01-login.ts';
import { arrive } from '../../../../miniprogram/src/verify/02-arrive.ts';
import { isFinal } from '../../../../shared/sessions.ts';
import { testHolders } from '../../../authority/register/test-holders.ts';
import type { Counter } from '../../../sdk/src/connect.ts';
import type { Phone } from '../pick-up-phone.ts';
import { playApplication, playJourney } from '../play-journey.ts';
import type { Played } from './outcomes.ts';

/** Where it is played. */
export interface Stage {
  phone: Phone;
  /** The counter of the check, whose clerk does what the play says. */
  counter: Counter;
  /** Undefined where the phone was shown an address alone: it learns from its claim which check it is. */
  sessionId?: string;
  /** The code that the counter shows now. */
  code(): Promise<string>;
  say(text: string): void;
  /** Told of each wait of the play's own, in milliseconds: what networks and machines take beside these is nothing of it. */
  waited?(milliseconds: number): void;
}

/** Milliseconds between two looks at a check that ends by itself. */
const look = 300;

/**
 * Plays one check to the end that the play is for, through what any phone and any counter can call.
 * @returns which check it was, where the phone or whoever handed it over knows
 * @throws HolderProblem, Refused
 */
export async function playOutcome(stage: Stage, played: Played): Promise<string | undefined> {
  const { phone, counter, sessionId, say } = stage;
  await login(phone.holder);
  const journey = await scan(stage, played).catch(async (problem: unknown) => {
    if (!(problem instanceof HolderProblem) || problem.code !== 'level-too-low') throw problem;
    say('  level-too-low: this needs a level that is raised in person. The clerk goes on with the ID card.');
    if (sessionId === undefined) say('  The counter sees needsMoreTime; end the check there as staffed.');
    else await counter.end(sessionId, 'staffed');
    return undefined;
  });
  if (journey === undefined) return sessionId;
  try {
    if (played.guest === 'leaves') await leaveItBe(journey, stage);
    else await act(stage, played, journey);
  } catch (problem) {
    if (!(problem instanceof HolderProblem)) throw problem;
    say(`  ${problem.code}: the guest goes to the staff.`);
    await switchToStaff(journey);
  }
  return journey.view.id;
}

/** Scans, and applies first where this phone has no credential that counts. */
async function scan(
  { phone: { holder }, code, say }: Stage,
  { holder: outcome, scans }: Played,
): Promise<Journey> {
  const claim = async () => {
    const shown = await code();
    const { ticket } = await arrive(holder, shown);
    return await beginCheck(holder, scans === 'late' ? undefined : shown, ticket);
  };
  return await claim().catch(async (problem: unknown) => {
    const mayApply =
      problem instanceof HolderProblem && ['apply-first', 'move-first'].includes(problem.action);
    if (!mayApply) throw problem;
    const typed = testHolders.find((each) => each.outcome === outcome);
    if (typed === undefined) throw new Error(`there is no test holder ${outcome}`);
    const { name, idNumber } = typed;
    say(`  ${problem.code}: applies as ${name}, ${idNumber}, and scans again.`);
    const consent = { face: true, voice: false };
    const { state } = await playApplication(
      holder,
      { identity: { name, idNumber, validUntil: 'long-term' } },
      { consent },
    );
    if (state !== 'passed') throw new Error(`the application ended as ${state}`);
    return await claim();
  });
}

async function act({ counter, say }: Stage, played: Played, journey: Journey): Promise<SessionView> {
  const sessionId = journey.view.id;
  return await playJourney(journey, {
    consent: { face: true, voice: false },
    async agrees({ asks }) {
      say(`  ${asks?.rpName}, ${asks?.counterName}: ${asks?.purpose}, level ${asks?.level}`);
      return played.guest !== 'declines';
    },
    async word(digits) {
      say(`  the guest says ${digits} to the clerk.`);
      if (played.clerk === 'types') return void (await counter.typeWord(sessionId, digits));
      const wrong = String((Number(digits) + 1) % 1000).padStart(3, '0');
      const { word } = await counter.typeWord(sessionId, wrong);
      say(`  the clerk types ${wrong}: ${word}.`);
      const other = String((Number(digits) + 2) % 1000).padStart(3, '0');
      await counter.typeWord(sessionId, other);
    },
  });
}

/** Agrees, and does nothing more: the challenge runs out, and the check with it. */
async function leaveItBe(journey: Journey, { say, waited }: Stage): Promise<void> {
  journey.holder.platform.openCamera = () => new Promise(() => undefined);
  say('  the guest agrees and puts the phone away.');
  void playJourney(journey, { consent: { face: true, voice: false } }).catch(() => undefined);
  while (!isFinal(journey.view.state)) {
    await new Promise((resolve) => setTimeout(resolve, look));
    waited?.(look);
    await refresh(journey);
  }
}
