import { Value } from 'typebox/value';
import type { StandInOfficer } from '../../../scripts/stand-ins/officer/officer.ts';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { ShiftClaims } from '../../../shared/contract/officer/terms.ts';
import type { OfficerView } from '../../../shared/contract/raise/officer-view.ts';
import { type Judging, readChallenge, type Told } from '../../web/officer/call/read-told.ts';
import type { DeskWork } from '../../web/officer/desk/work-words.ts';
import type { World } from './world.fixture.ts';

/** What an officer's page has of its shift: the claims of the token. */
export function shiftOf(officer: StandInOfficer): ShiftClaims {
  const [, payload = ''] = (officer.browser.token() ?? '').split('.');
  return Value.Parse(ShiftClaims, JSON.parse(new TextDecoder().decode(decodeBase64url(payload))));
}

/** By what the page judges: the root that came with it. */
export function judgingOf({ authority, clock }: World, changes: Partial<Judging> = {}): Judging {
  return { trust: { root: authority.root, sandbox: true }, newest: 0, now: clock.at, ...changes };
}

/** What the page makes of a session that the BFF tells it of. @throws Refused authority-unproved */
export function toldTo(
  world: World,
  officer: StandInOfficer,
  { sessionId, challenge = '', keyList = '' }: OfficerView,
  { work = 'raise', ...changes }: Partial<Judging> & { work?: DeskWork } = {},
): Told {
  const { thumbprint } = officer.browser;
  const expected = { ceremony: work, sessionId, thumbprint, shift: shiftOf(officer) };
  return readChallenge({ challenge, keyList }, expected, judgingOf(world, changes));
}
