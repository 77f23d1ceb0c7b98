import { peopleAt } from '../../../../shared/messages/people.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import { playTone } from '../../kit/play-tone.ts';
import { type Check, type Phase, phaseOf } from '../check.ts';
import type { Outcome } from '../outcomes.ts';
import { clerkWords } from './clerk-words.ts';
import { focusFor } from './keep-focus.ts';
import { showGuest } from './show-guest.ts';
import { showOpenHere } from './show-open-here.ts';
import { showOutcomes, showStrip } from './show-strip.ts';
import { showVerdict, tones } from './show-verdict.ts';

/** Which faces are shown: both, or one each on two displays. */
export type View = 'both' | 'guest' | 'clerk';

/** All that a desk shows of its check. */
export interface Desk {
  view: View;
  language: Language;
  sound: boolean;
  sandbox: boolean;
  check: Check | undefined;
  outcomes: readonly Outcome[];
}

/** What is shown at the moment: undefined while the clerk has still to start. */
export interface Shown {
  phase: Phase | undefined;
  /** When that began, in milliseconds of this page. */
  since: number;
}

/** What has just been shown. `began`: it is another phase than before; `focused`: the id of what has the focus, of a clerk. */
export interface Moment {
  phase: Phase;
  now: number | undefined;
  chooses: boolean;
  began: boolean;
  focused: string;
}

/** Shows the desk over and over; what has not changed is left alone, and each change of phase is told and heard once. */
export function deskShower(place: Place): { show(desk: Desk): Moment; shown(): Shown } {
  let shown: Shown = { phase: undefined, since: performance.now() };
  let key: string | undefined;
  let listed: readonly Outcome[] | undefined;

  function showFaces(
    { check, language, outcomes, sandbox }: Desk,
    phase: Phase,
    now: number | undefined,
  ): void {
    showGuest(place, phase, check, now, language);
    if (check === undefined) return;
    showStrip(place, phase, check, now, language);
    showOpenHere(place, sandbox ? check : undefined, now, language);
    const list = place.element('outcomes', HTMLElement);
    if (listed !== outcomes || list.lang !== language) {
      showOutcomes(place, outcomes, language);
      list.lang = language;
    }
    listed = outcomes;
  }

  function show(desk: Desk): Moment {
    const { check, language, view } = desk;
    const now = check?.serverNow();
    const chooses = check === undefined && view !== 'guest';
    const phase = phaseOf(check, now);
    const changed = `${check?.view.sessionId} ${chooses ? 'choose' : phase}`;
    const began = key !== undefined && changed !== key;
    const first = key === undefined;
    if (changed !== key) shown = { phase: chooses ? undefined : phase, since: performance.now() };
    key = changed;
    const { dataset } = place.frame;
    dataset.screen = chooses ? 'choose' : 'check';
    dataset.phase = phase;
    dataset.state = check === undefined || phase === 'ready' ? 'ready' : check.view.state;
    place.setVisible('choose', chooses);
    place.setVisible('check', !chooses);
    showVerdict(place, phase, check, now, language);
    if (!chooses) showFaces(desk, phase, now);
    if (view === 'guest') return { phase, now, chooses, began, focused: '' };
    const focused = focusFor(place, shown.phase, began || first);
    if (began && check !== undefined) tell(place, desk, check, phase, focused);
    return { phase, now, chooses, began, focused };
  }

  return { show, shown: () => shown };
}

/**
 * Tells a screen reader what has changed, once and politely, and plays the tone of a verdict. Where the focus went to the title itself,
 * that is read out already, with what it says to do.
 */
function tell(
  { setText }: Place,
  { language, sound }: Desk,
  { view, purpose }: Check,
  phase: Phase,
  focused: string,
): void {
  const { title, hint } = clerkWords(phase, peopleAt(view.scene, purpose));
  setText('spoken', focused === 'state' ? '' : `${title[language]} ${hint[language]}`);
  const tone = tones[phase];
  if (sound && (tone === 'pass' || tone === 'fail')) playTone(tone);
}
