import { ceremonies } from '../../../shared/ceremonies.ts';
import { asId } from '../../../shared/ids.ts';
import { stillIn, stillLiveDevice, storeCredential } from '../credential/credential.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { queueVoidUnlessLive } from '../outbox/queue-message.ts';
import type { Ceremony } from '../ports/ceremony.ts';

/**
 * The credential of the phone before comes along: the authority issues another in its place, `basic` at once. The pass counts only while
 * the phone is the holder's live one and that credential waits to be brought along: a takeover, a dispute or a loss report in flight makes
 * it a fail, and the authority is told that what it just made is void. Every phone hears of it.
 */
export const move: Ceremony = {
  rules: ceremonies.move,
  onPass(sources, { holderId, deviceThumbprint, credential, verdict }) {
    if (verdict.credential === undefined || credential === undefined)
      throw new Error('a move without what is moved');
    const handle = asId('crd', verdict.credential);
    const { level, strictFrom, endsAt, cardReportEnds } = verdict;
    return {
      withPass: [
        stillLiveDevice(holderId, deviceThumbprint),
        stillIn(holderId, credential, ['unusable'], sources.now()),
        storeCredential(
          holderId,
          { handle, level, strictFrom, endsAt, cardReportEnds, broughtAlong: true },
          sources.now(),
        ),
        tellDevices(sources, holderId, {
          kind: 'moved',
          ...(strictFrom !== undefined && { until: strictFrom }),
        }),
      ],
      unstored: [queueVoidUnlessLive(sources, handle)],
      audit: [
        { event: 'credential-moved', by: 'holder', move: 'bring-along' },
        { event: 'credential-issued', by: 'authority', level },
      ],
    };
  },
};
