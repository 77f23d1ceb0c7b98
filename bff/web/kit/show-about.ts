import type { About } from '../../../shared/contract/about.ts';
import type { Text } from '../../../shared/text.ts';
import { makeElement } from './element.ts';
import type { Language } from './language.ts';
import { type Place, placeIn } from './place.ts';

/** The words beside what is told of those who stand behind the service, and those of a sandbox's ribbon. */
export type AboutTexts = Readonly<Record<'operator' | 'authority' | 'hotline' | 'privacy' | 'sandbox', Text>>;

const readPrivacy: Text = { zh: '查看隐私说明', en: 'Read the privacy text' };

/** Shows who stands behind the service in the page's list `about`, and the amber ribbon of a sandbox. Nothing until it is known. */
export function showAbout(
  about: About | undefined,
  texts: AboutTexts,
  language: Language,
  place: Pick<Place, 'element' | 'setText' | 'setVisible'> = placeIn(document, document.body),
): void {
  place.setVisible('about', about !== undefined);
  place.setVisible('ribbon', about?.sandbox === true);
  if (about === undefined) return;
  if (about.sandbox) place.setText('ribbon', texts.sandbox[language]);
  const link = (href: string, textContent: string) =>
    makeElement('a', { href, textContent, target: '_blank', rel: 'noopener' });
  place
    .element('about', HTMLElement)
    .replaceChildren(
      ...told(texts.operator[language], about.operator[language]),
      ...told(texts.authority[language], about.authority[language]),
      ...told(texts.hotline[language], link(`tel:${about.hotline}`, about.hotline)),
      ...told(texts.privacy[language], link(about.privacyUrl, readPrivacy[language])),
    );
}

function told(name: string, what: string | Node): HTMLElement[] {
  const value = makeElement('dd', {});
  value.append(what);
  return [makeElement('dt', { textContent: name }), value];
}
