import type { HolderId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** What phones that wait for news of their holder listen to. */
export const holderTopic = (holderId: HolderId): string => `holder ${holderId}`;

/** Wakes the phones of the holder that wait in this process: a notice was written, or the place of one was taken. */
export function wakeHolder({ sessionChanges }: Pick<Ports, 'sessionChanges'>, holderId: HolderId): void {
  const topic = holderTopic(holderId);
  sessionChanges.publish({ id: topic, version: 0 }, [topic]);
}
