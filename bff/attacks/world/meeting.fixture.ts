import { Value } from 'typebox/value';
import type { SessionView } from '../../../miniprogram/src/holder/who-asks.ts';
import { resume } from '../../../miniprogram/src/journey/begin.ts';
import { type ShownMeeting, showMeeting } from '../../../miniprogram/src/journey/meeting.ts';
import { joinMeeting } from '../../../miniprogram/src/peer/02-join-meeting.ts';
import { type Owner, playJourney } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { MeetingView } from '../../../shared/contract/peer/meeting.ts';
import type { Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/** A meeting that the phone shows the code of. */
export async function shown(
  world: World,
  opener?: Phone,
): Promise<ShownMeeting & { opener: Phone; code(): string }> {
  const phone = opener ?? (await world.citizen());
  const meeting = await showMeeting(phone.holder);
  return { ...meeting, opener: phone, code: () => meeting.codeAt(world.clock.at) };
}

/** Two phones of which one has scanned the other: each has a check of its own that nobody has agreed to. */
export async function meet(world: World, given: { opener?: Phone; joiner?: Phone } = {}) {
  const { opener, code, meeting } = await shown(world, given.opener);
  const joiner = given.joiner ?? (await world.citizen());
  const { sessionId = '' } = await joinMeeting(joiner.holder, code());
  const openers = await look(opener, meeting.id);
  return {
    opener,
    joiner,
    code,
    meetingId: meeting.id,
    joinerSession: sessionId,
    openerSession: openers.sessionId ?? '',
  };
}

/** How far the meeting is for that phone. @throws Error where it may not see it */
export async function look(phone: Phone, meetingId: string): Promise<MeetingView> {
  return Value.Parse(MeetingView, (await phone.ask('GET', `/holder/v1/meetings/${meetingId}`)).body);
}

/** The owner of that phone agrees and is checked. */
export async function checkedThrough(
  phone: Phone,
  sessionId: string,
  owner: Owner = { consent: { face: true, voice: false } },
): Promise<SessionView> {
  return await playJourney(await resume(phone.holder, sessionId), owner);
}
