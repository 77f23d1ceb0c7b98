import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { forgetOld } from '../store/forget-old.ts';
import { giveUp } from './decide-challenge.ts';

/**
 * After a restart: samples were in memory only. Where all had come, another attempt is asked for; where some had come,
 * they are awaited again. What was decided stands. Old challenges are forgotten.
 */
export function recoverChallenges(ports: AuthorityPorts): void {
  const { store, now } = ports;
  forgetOld(store, now());
  for (const id of store.challenges.undecided()) {
    const challenge = store.challenges.find(id);
    if (challenge === undefined) continue;
    const accepted = store.samples.of(id).length;
    if (accepted === challenge.claims.samples.length) giveUp(ports, challenge);
    else if (accepted > 0) store.samples.forget(id);
  }
}
