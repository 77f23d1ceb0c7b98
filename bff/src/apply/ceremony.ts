import { ceremonies } from '../../../shared/ceremonies.ts';
import { asId } from '../../../shared/ids.ts';
import { stillLiveDevice, storeCredential } from '../credential/credential.ts';
import { type Telling, tellDevices } from '../notice/tell-devices.ts';
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
    const { level, strictFrom, endsAt, cardReportEnds, cardReportEnded } = verdict;
    const tell = (telling: Telling) => tellDevices(sources, holderId, telling);
    return {
      withPass: [
        stillLiveDevice(holderId, deviceThumbprint),
        queueVoidOf(sources, holderId, handle),
        storeCredential(holderId, { handle, level, strictFrom, endsAt, cardReportEnds }, sources.now()),
        // Of an application no other level comes than by a renewal.
        ...(level === ceremonies.apply.level ? [] : [tell({ kind: 'renewed' })]),
        // A report of this person's card runs on, whoever made it and from which phone.
        ...(cardReportEnds === undefined
          ? []
          : [tell({ kind: 'card-reported-lost', until: cardReportEnds })]),
        ...(cardReportEnded ? [tell({ kind: 'card-report-ended' })] : []),
      ],
      unstored: [queueVoidUnlessLive(sources, handle)],
      audit: [{ event: 'credential-issued', by: 'authority', level }],
    };
  },
};
