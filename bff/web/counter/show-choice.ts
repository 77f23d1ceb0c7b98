import { levelText } from '../../../shared/levels.ts';
import { nameIn } from '../../../shared/name-in.ts';
import { type Purpose, purposeText, sceneNames, scenes } from '../../../shared/scenes.ts';
import type { Asked } from '../desk/check.ts';
import { makeElement } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import type { SandboxCounter } from './sandbox-counters.ts';

/** What the clerk chose. */
export interface Choice extends Asked {
  counterId: string;
}

/** Offers the scenes that some counter may ask for, and for the chosen one its purposes and counters. */
export function showChoice(
  { element }: Pick<Place, 'element'>,
  counters: readonly SandboxCounter[],
  language: Language,
  choice: Partial<Choice>,
): void {
  const offered = sceneNames.filter((name) => counters.some((counter) => counter.scenes.includes(name)));
  const chosen = offered.find((name) => name === choice.scene) ?? offered[0];
  const cards = offered.map((name) => {
    const input = makeElement('input', { type: 'radio', name: 'scene', value: name });
    input.checked = name === chosen;
    const words = makeElement('span', { textContent: scenes[name].text[language] });
    words.append(makeElement('small', { textContent: levelText[scenes[name].level][language] }));
    const card = makeElement('label', {});
    card.append(input, words);
    return card;
  });
  element('scenes', HTMLElement).replaceChildren(...cards);
  if (chosen === undefined) return;
  const purposes: readonly Purpose[] = scenes[chosen].purposes;
  offer(
    element('purpose', HTMLSelectElement),
    purposes.map((purpose) => ({ value: purpose, textContent: purposeText[purpose][language] })),
    choice.purpose,
  );
  offer(
    element('counter', HTMLSelectElement),
    counters
      .filter((counter) => counter.scenes.includes(chosen))
      .map((counter) => ({ value: counter.counterId, textContent: deskName(counter, language) })),
    choice.counterId,
  );
}

/** The relying party and its desk, in the reader's language alone. */
export function deskName({ rpName, name }: SandboxCounter, language: Language): string {
  return `${nameIn(language, rpName)} · ${nameIn(language, name)}`;
}

/** Reads the form; undefined while there is nothing to choose from. */
export function readChoice({ element }: Pick<Place, 'element'>): Choice | undefined {
  const given = new FormData(element('choose', HTMLFormElement)).get('scene');
  const scene = sceneNames.find((name) => name === given);
  if (scene === undefined) return undefined;
  const purposes: readonly Purpose[] = scenes[scene].purposes;
  const purpose =
    purposes.find((each) => each === element('purpose', HTMLSelectElement).value) ?? purposes[0];
  const counterId = element('counter', HTMLSelectElement).value;
  return purpose === undefined ? undefined : { counterId, scene, purpose };
}

function offer(
  select: HTMLSelectElement,
  options: { value: string; textContent: string }[],
  chosen: string | undefined,
): void {
  select.replaceChildren(...options.map((each) => makeElement('option', each)));
  const wanted = options.find(({ value }) => value === chosen) ?? options[0];
  if (wanted !== undefined) select.value = wanted.value;
}
