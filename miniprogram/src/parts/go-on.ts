import type { Journey } from '../journey/journey.ts';
import { type NextStep, nextStep } from '../journey/next-step.ts';
import { journeyOf } from '../start/current-journey.ts';
import { goInstead } from '../start/go.ts';
import type { PageName } from '../start/page-paths.ts';

const pages = {
  confirm: 'confirm',
  face: 'face',
  'platform-face': 'face',
  voice: 'voice',
  waiting: 'waiting',
  word: 'word',
  retry: 'result',
  'start-anew': 'result',
  result: 'result',
} as const satisfies Record<NextStep['at'], PageName>;

/** Opens the page of what comes next, in the place of this one. */
export async function goOn(journey: Journey): Promise<void> {
  await goInstead(pages[nextStep(journey).at], { session: journey.view.id });
}

/**
 * A page of the capture has nothing to capture for. After a reload the phone knows nothing of it: the check is shown again, an
 * application is begun anew. Goes at once, since this page has nothing to show while the BFF is asked.
 */
export async function startOver(session: string): Promise<void> {
  const journey = journeyOf(session);
  if (journey === undefined) await goInstead('confirm', { session });
  else await goOn(journey);
}
