import type { Purpose } from '../../../shared/scenes.ts';
import type { SharedCheck } from '../desk/check.ts';
import type { DeskClient } from '../desk/client.ts';
import type { CheckRun } from '../desk/run-check.ts';

/** A check that was on when the page was left. */
export interface Kept {
  counterId: string;
  sessionId: string;
  purpose: Purpose;
}

/** Takes up checks that this page has not opened. */
export interface TakeUp {
  /** A check that a phone has taken goes on; one that nobody took cannot show its code any more, and is opened anew. @throws Refused */
  resume(kept: Kept): Promise<void>;
  /** Shows what another window has on. */
  show(check: SharedCheck | undefined): void;
}

/** @param now the server's time, as far as this page is sure of it */
export function takeUp(
  client: Pick<DeskClient, 'read' | 'end'>,
  run: Pick<CheckRun, 'begin' | 'resume' | 'leave' | 'take'>,
  now: () => number | undefined,
): TakeUp {
  return {
    async resume({ counterId, sessionId, purpose }) {
      const view = await client.read(sessionId);
      if (view.state === 'open') {
        await client.end(sessionId, 'abandoned');
        await run.begin({ scene: view.scene, purpose });
        return;
      }
      const { decidedAt } = view;
      const check = { counterId, purpose, view, serverNow: now };
      run.resume(decidedAt === undefined ? check : { ...check, endedAt: decidedAt });
    },
    show(check) {
      if (check === undefined) {
        run.leave();
        return;
      }
      run.resume({ ...check, serverNow: now });
      // Whoever has just been opened knows no time yet: the answer tells it.
      if (now() === undefined) void client.read(check.view.sessionId).then(run.take, () => {});
    },
  };
}
