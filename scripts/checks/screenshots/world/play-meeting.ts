import { resume } from '../../../../miniprogram/src/journey/begin.ts';
import { awaitMeeting, showMeeting } from '../../../../miniprogram/src/journey/meeting.ts';
import { switchToStaff } from '../../../../miniprogram/src/journey/switch-to-staff.ts';
import { joinMeeting } from '../../../../miniprogram/src/peer/02-join-meeting.ts';
import type { RunningSandbox } from '../../../sandbox/start-processes.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { playJourney } from '../../../stand-ins/phone/play-journey.ts';
import type { HeldPhone } from './phones.ts';

/** How far a meeting is to go for the phone that is looked at: `waiting` is done itself, and the other is not. */
export type Meeting = 'asked' | 'waiting' | 'confirmed' | 'not-confirmed';

/** Plays a meeting of two phones by program; the browser of the first can then look at it. @returns the first one's session */
export async function playMeeting(
  { running, phone, other }: { running: RunningSandbox; phone: HeldPhone; other: HeldPhone },
  to: Meeting,
): Promise<string> {
  const shown = await showMeeting(phone.holder);
  const joined = await joinMeeting(other.holder, shown.codeAt(shown.meeting.serverTime));
  const { sessionId = '' } = await awaitMeeting(phone.holder, shown.meeting, ['open']);
  if (to === 'asked') return sessionId;
  await pass(running, phone, sessionId);
  if (to === 'waiting') return sessionId;
  if (to === 'confirmed') await pass(running, other, joined.sessionId ?? '');
  else await fail(running, other, joined.sessionId ?? '');
  return sessionId;
}

/** Ends the own check, so that no more of them live than may: what one opened oneself counts against nobody. */
export async function leave({ holder }: HeldPhone, sessionId: string): Promise<void> {
  await switchToStaff(await resume(holder, sessionId)).catch(() => undefined);
}

const pass = (running: RunningSandbox, phone: HeldPhone, session: string) =>
  decide(running, phone, session, 'pass');
const fail = (running: RunningSandbox, phone: HeldPhone, session: string) =>
  decide(running, phone, session, 'fail');

async function decide(
  running: RunningSandbox,
  { holder }: HeldPhone,
  sessionId: string,
  outcome: 'pass' | 'fail',
): Promise<void> {
  for (const scenario of [
    { name: 'forgive' },
    { name: 'forget-samples' },
    { name: 'stub-decision', sessionId, outcome },
  ])
    await scriptAuthority(running, scenario);
  await playJourney(await resume(holder, sessionId), { consent: { face: true, voice: false } });
}
