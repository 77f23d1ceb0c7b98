import { beginCheck } from '../../../../miniprogram/src/journey/begin.ts';
import { switchToStaff } from '../../../../miniprogram/src/journey/switch-to-staff.ts';
import { codeFromLaunch } from '../../../../miniprogram/src/start/code-from-launch.ts';
import type { PlayOf } from '../case-file.ts';
import type { FieldWorld } from '../world.ts';

/** The decorated code of a counter is claimed, as scanned in the app or as the platform opened the app with it. @throws HolderProblem */
export async function playScan(
  { counter, enrolled }: FieldWorld,
  { before = '', after = '', encoded = 0, by }: PlayOf<'scan'>,
): Promise<string> {
  const { holder } = await enrolled('p01');
  const { session, code } = await counter.openSession('hotel', 'check-in');
  try {
    const journey = await beginCheck(holder, readBy[by](encodedTimes(before + code() + after, encoded)));
    const { state } = journey.view;
    await switchToStaff(journey);
    return state;
  } finally {
    await counter.endSession(session.sessionId, 'abandoned').catch(() => undefined);
  }
}

const readBy = {
  camera: (text: string) => text,
  launch: (text: string) => codeFromLaunch({ query: { q: encodeURIComponent(text) } }) ?? '',
};

function encodedTimes(text: string, times: number): string {
  return times === 0 ? text : encodedTimes(encodeURIComponent(text), times - 1);
}
