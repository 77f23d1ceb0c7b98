import { rulesOf } from '../../../shared/ceremonies.ts';
import type { Journey } from '../journey/journey.ts';
import { type NextStep, nextStep } from '../journey/next-step.ts';
import { journeyOf } from '../start/current-journey.ts';
import { goInstead } from '../start/go.ts';
import type { PageName } from '../start/page-paths.ts';

/** Pages of what comes next; how it ended is shown where the ceremony says. */
const pages = {
  confirm: 'confirm',
  face: 'face',
  'platform-face': 'face',
  voice: 'voice',
  waiting: 'waiting',
  word: 'word',
  retry: 'result',
  'start-anew': 'result',
} as const satisfies Record<Exclude<NextStep['at'], 'result'>, PageName>;

/** Opens the page of what comes next, in the place of this one. */
export async function goOn(journey: Journey): Promise<void> {
  const { at } = nextStep(journey);
  if (at === 'result') await goToEnd(journey);
  else await goInstead(pages[at], { session: journey.view.id });
}

/** Opens the page that says how it ended, in the place of this one. */
export async function goToEnd(
  { view }: Pick<Journey, 'view'>,
  how: Record<string, string> = {},
): Promise<void> {
  await goInstead(rulesOf(view.ceremony).endsAt, { session: view.id, ...how });
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
