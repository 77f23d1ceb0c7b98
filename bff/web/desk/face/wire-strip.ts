import type { Place } from '../../kit/place.ts';
import { isOver } from '../check.ts';
import type { CheckRun } from '../run-check.ts';
import { onMeant } from './keep-focus.ts';
import type { Shown } from './show-desk.ts';

/** Joins the buttons and the form of the clerk's strip to what they do. @param attempt does it once at a time, and says what went wrong */
export function wireStrip(
  place: Place,
  run: CheckRun,
  attempt: (work: () => Promise<void>) => Promise<void>,
  shown: () => Shown,
): void {
  const { on } = place;
  on('word-form', 'submit', () => {
    const field = place.element('word', HTMLInputElement);
    const { value } = field;
    field.value = '';
    void attempt(() => run.giveWord(value));
  });
  on('staffed', 'click', () => {
    const check = run.check();
    if (check !== undefined && isOver(check)) run.goOnStaffed();
    else void attempt(() => run.end('staffed'));
  });
  on('extend', 'click', () => void attempt(run.extend));
  on('abandon', 'click', () => void attempt(() => run.end('abandoned')));
  const appeared = () => shown().since;
  onMeant(place, 'next', () => void attempt(() => run.once('next')), appeared);
  onMeant(place, 'again', () => void attempt(() => run.once('again')), appeared);
}
