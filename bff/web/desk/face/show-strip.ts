import { peopleAt } from '../../../../shared/messages/people.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { makeElement } from '../../kit/element.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import { ageOf } from '../age.ts';
import { type Check, isOver, isUnfinished, type Phase } from '../check.ts';
import type { Outcome } from '../outcomes.ts';
import { clerkWords } from './clerk-words.ts';
import { drawSign } from './draw-picture.ts';
import { deskTexts as texts } from './texts.ts';
import { timeLeft } from './time-left.ts';

/** The clerk's strip: what is, what to do next, and only the buttons that do something now. */
export function showStrip(
  { element, setText, setVisible }: Place,
  phase: Phase,
  { view, purpose, again, ...check }: Check,
  now: number | undefined,
  language: Language,
): void {
  const people = peopleAt(view.scene, purpose);
  const { title, hint } = clerkWords(phase, people);
  const over = isOver({ view });
  const left = timeLeft(view, now);
  setText('state', title[language]);
  setText('hint', hint[language]);
  drawSign(element('sign', HTMLElement), phase);
  setVisible('more-time', view.needsMoreTime === true && view.state === 'claimed');
  setVisible('word-form', phase === 'word' || phase === 'again');
  setVisible('next', over);
  setVisible('again', isUnfinished(phase));
  setVisible('extend', view.mayExtend === true && (view.needsMoreTime === true || left?.soon === true));
  setVisible('staffed', !over || isUnfinished(phase));
  setVisible('abandon', !over);
  setText('next', people.next[language]);
  setText(
    'reference',
    phase === 'ready' ? '' : `${texts.reference[language]} ${referenceOf(view.sessionId)}`,
  );
  setText('left', now === undefined ? texts.clockInDoubt[language] : (left?.words[language] ?? ''));
  element('left', HTMLElement).classList.toggle('soon', left?.soon === true);
  setText('when', whenWords(phase, check.endedAt, now, language));
}

function whenWords(
  phase: Phase,
  endedAt: number | undefined,
  now: number | undefined,
  language: Language,
): string {
  if (endedAt === undefined || phase === 'ready') return '';
  const ago = ageOf(endedAt, now).ago[language];
  return ago === '' ? timeOf(endedAt) : `${timeOf(endedAt)} · ${ago}`;
}

/** Time, end and reference of the last checks at this counter. */
export function showOutcomes({ element }: Place, outcomes: readonly Outcome[], language: Language): void {
  const lines = outcomes.map(({ sessionId, state, endedAt }) => {
    const line = makeElement('li', { className: state });
    const sign = makeElement('span', { className: 'sign' });
    drawSign(sign, state);
    const { title } = clerkWords(state, peopleAt('hotel', 'check-in'));
    const time = endedAt === undefined ? '' : timeOf(endedAt);
    const words = makeElement('span', { textContent: `${title[language]} ` });
    const facts = makeElement('span', { textContent: `${time} ${referenceOf(sessionId)}`.trim() });
    line.append(sign, words, facts);
    return line;
  });
  const none = makeElement('li', { textContent: texts.noOutcomes[language] });
  element('outcomes', HTMLElement).replaceChildren(...(lines.length > 0 ? lines : [none]));
}

/** The time of day at this counter, with seconds. */
export function timeOf(at: number): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
