import type { ConsentShown, StatedConsent } from '../contract/attempt/03-challenge.ts';
import { consentVersion } from './consent-forms.ts';

/** The words of today, as they are read in Chinese. */
export const shownToday: ConsentShown = { version: consentVersion, language: 'zh' };

/** What a phone of today says of its holder's consent; `changed` is what a test has it say instead. */
export const agreed = (changed: Partial<StatedConsent> = {}): StatedConsent => ({
  ...{ face: true, voice: true, text: shownToday },
  ...changed,
});
