import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { ClaimBody } from '../../../shared/contract/verify/02-claim.ts';
import type { Scanned } from '../../../shared/counter-word.ts';
import { levelSuffices } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { type Credential, readCredential } from '../credential/credential.ts';
import { refusalOfState } from '../credential/refusal-of-state.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { arrivalOf } from '../session/arrivals.ts';
import { askedView } from '../session/asked-view.ts';
import { ceremonyOf } from '../session/ceremony-of.ts';
import { change, living } from '../session/change.ts';
import { load } from '../session/load.ts';
import { deviceOf } from '../session/row.ts';
import { type InState, isLiveCheck, type LiveCheck } from '../session/session.ts';
import { drawWord } from '../session/word.ts';
import { lateAt, readScan, type Scan } from './read-scan.ts';
import { tellMoreTime } from './tell-more-time.ts';

/** A check that may be claimed: nobody has, or a late scan that has not agreed yet and gives way to a fresh one. */
type Claimable = LiveCheck & (InState<'open'> | InState<'claimed'>);

/**
 * A phone takes the session whose code it scanned, once and for one device: `fresh`, or `late` by a code or a ticket from the moment of
 * its arrival, which a relying party may refuse. The code is judged before the session is looked at. Whose credential does not do is refused, and the counter is told
 * that more time is needed.
 * @throws Problem request-invalid, code-unreadable, code-forged, code-stale, session-taken, credential-missing, credential-void,
 * level-too-low, too-many-requests
 */
export async function claim(ports: Ports, caller: HolderCaller, body: ClaimBody): Promise<HolderView> {
  const { session, scanned } = await present(ports, caller, body);
  // The same phone scanning again goes on where it was, as after a reload.
  if (deviceOf(session) === caller.deviceThumbprint) return askedView(ports, session);
  if (scanned === 'no-more') throw new Problem('code-stale');
  if (!mayTake(session, scanned)) throw new Problem('session-taken');
  if (scanned === 'late' && session.asked.request.word === 'never') throw new Problem('code-stale');
  const credential = await readCredential(ports, caller.holderId);
  const refusal = refusalOf(ports, credential, session);
  if (credential === undefined || refusal !== undefined) {
    if ((await tellMoreTime(ports, session)) === 'lost') return claim(ports, caller, body);
    throw new Problem(refusal ?? 'credential-missing');
  }
  const gaveWay = deviceOf(session);
  const next = {
    ...living(session),
    state: 'claimed' as const,
    asked: { ...session.asked, ...(gaveWay !== undefined && { displaced: gaveWay }) },
    consent: 'not-given' as const,
    deadline: ports.now() + limits.claimedLifetime,
    claim: {
      holderId: caller.holderId,
      deviceThumbprint: caller.deviceThumbprint,
      shows: 'credential' as const,
      credential: credential.handle,
      scanned,
      ...drawWord(ports.random, session.asked.request.word, scanned),
      attempts: 0,
      hints: [],
    },
  };
  const place = { quota: 'live-checks-by-device', subject: caller.deviceThumbprint } as const;
  const claimed = await change(ports, session, next, [], [place]);
  if (typeof claimed === 'string') return claim(ports, caller, body);
  void ports.audit({ event: 'session-claimed', by: 'holder', sessionId: session.id });
  return askedView(ports, claimed);
}

/** What the phone brings: the check, and how its scan counts. A ticket is good for the device that it is bound to, and makes it late. */
async function present(
  ports: Ports,
  { deviceThumbprint }: HolderCaller,
  { code, ticket }: ClaimBody,
): Promise<{ session: LiveCheck; scanned: Scan['counts'] }> {
  const scan = code === undefined ? undefined : await readScan(ports, code);
  if (scan !== undefined && (scan.counts !== 'no-more' || ticket === undefined))
    return { session: scan.session, scanned: scan.counts };
  if (ticket === undefined) throw new Problem('request-invalid');
  const arrived = await arrivalOf(ports, ticket);
  const own = arrived?.device === deviceThumbprint ? arrived.sessionId : undefined;
  if (scan !== undefined)
    return { session: scan.session, scanned: own === scan.session.id ? lateAt(scan.session) : 'no-more' };
  const session = own === undefined ? undefined : await load(ports, own);
  if (session === undefined || !isLiveCheck(session)) throw new Problem('code-stale');
  return { session, scanned: lateAt(session) };
}

/** A late scan proves nothing yet until its holder has agreed: whoever stands at the counter and scans goes first. */
function mayTake(session: LiveCheck, scanned: Scanned): session is Claimable {
  if (session.state === 'open') return true;
  if (session.state !== 'claimed' || session.claim.shows !== 'credential') return false;
  return scanned === 'fresh' && session.claim.scanned === 'late' && session.consent === 'not-given';
}

function refusalOf(ports: Ports, credential: Credential | undefined, session: LiveCheck) {
  if (credential === undefined) return 'credential-missing';
  const { asked } = session;
  const isTaken = ceremonyOf(ports, session).rules.shownIn.includes(credential.state);
  // What else this ceremony takes from nobody the authority says.
  const refused = isTaken ? undefined : refusalOfState(credential.state);
  if (refused !== undefined) return refused;
  return levelSuffices(credential.level, asked.request.level) ? undefined : 'level-too-low';
}
