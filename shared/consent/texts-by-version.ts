import { consentVersion } from './consent-forms.ts';
import { consentTexts } from './consent-texts.ts';
import { textsOf20261129 } from './earlier/of-2026-11-29.ts';
import type { ConsentWords } from './texts-in-session.ts';

/** The words of a version: by form, then by who takes the face, or of the voice. */
export type ConsentTexts = Readonly<Record<string, Readonly<Record<string, ConsentWords>>>>;

/**
 * The words of every version that anybody was ever asked in. A version is added, and none is changed or taken away: records name words by it for years.
 */
export const textsByVersion: Readonly<Record<string, ConsentTexts>> = {
  '2026-11-29': textsOf20261129,
  [consentVersion]: consentTexts,
};
