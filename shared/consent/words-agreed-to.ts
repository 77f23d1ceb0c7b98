import type { FaceTaker } from '../challenge.ts';
import type { Text } from '../text.ts';
import type { ConsentForm, ConsentSubject } from './consent-forms.ts';
import { hashConsentText } from './hash-consent-text.ts';
import { textsByVersion } from './texts-by-version.ts';

/** By what a record names the words. */
export interface WordsNamed {
  version: string;
  form: ConsentForm;
  subject: ConsentSubject;
  /** Who takes the face; nothing is asked of it for a voice. */
  taker: FaceTaker;
  language: keyof Text;
}

/** Title and text as they were read in one language, and their SHA-256 (`hashConsentText`). */
export interface WordsRead {
  title: string;
  words: string;
  hash: string;
}

/** The words that a record names, of today or earlier; undefined where nobody was ever asked so. */
export function wordsAgreedTo({
  version,
  form,
  subject,
  taker,
  language,
}: WordsNamed): WordsRead | undefined {
  const texts = Object.hasOwn(textsByVersion, version) ? textsByVersion[version] : undefined;
  const about = subject === 'voice' ? 'voice' : taker;
  const asked = texts?.[form]?.[about];
  if (asked === undefined) return undefined;
  return {
    title: asked.title[language],
    words: asked.words[language],
    hash: hashConsentText(asked, language),
  };
}
