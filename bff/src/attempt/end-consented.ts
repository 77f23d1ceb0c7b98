import type { ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { Ports } from '../ports/ports.ts';
import type { LiveSession } from '../session/session.ts';
import { endOfDevice } from './end-of-device.ts';

/**
 * Ends what is in flight on a phone and uses what its holder no longer consents to: as declined, so that the counter offers the staffed way.
 * What is being decided is asked after a last time and given up.
 */
export function endConsented(ports: Ports, deviceThumbprint: string, subject: ConsentSubject): Promise<void> {
  return endOfDevice(ports, deviceThumbprint, {
    concerns: (session) => uses(session, subject),
    state: 'declined',
    why: 'withdrawn',
  });
}

/** Whoever takes back the face is checked by nothing else. */
function uses(session: LiveSession, subject: ConsentSubject): boolean {
  if (subject === 'face') return true;
  return 'consent' in session && session.consent !== 'not-given' && session.consent.voice;
}
