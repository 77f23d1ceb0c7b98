import { ceremonies } from '../../../shared/ceremonies.ts';
import { asId } from '../../../shared/ids.ts';
import { stillLiveDevice, storeCredential } from '../credential/credential.ts';
import { queueVoidOf, queueVoidUnlessLive } from '../outbox/queue-message.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/**
 * An application. A pass brings the credential: stored with the change of state or not at all. Any earlier one of the holder is
 * replaced, and the authority told: it may be of another citizen, for whom nothing changed there. The pass counts only while the phone
 * that applied is the holder's live one: a takeover in flight makes it a fail, and the authority is told that the credential which it
 * just made is void.
 */
export const apply: Ceremony = {
  rules: ceremonies.apply,
  onPass(sources, { holderId, deviceThumbprint, verdict }) {
    if (verdict.credential === undefined) throw new Error('a pass that brings no credential');
    const handle = asId('crd', verdict.credential);
    return {
      withPass: [
        stillLiveDevice(holderId, deviceThumbprint),
        queueVoidOf(sources, holderId, handle),
        storeCredential(holderId, handle, verdict.level, sources.now()),
      ],
      unstored: [queueVoidUnlessLive(sources, handle)],
      audit: [{ event: 'credential-issued', by: 'authority', level: verdict.level }],
    };
  },
};
