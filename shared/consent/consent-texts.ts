import type { ConsentForm } from './consent-forms.ts';
import { textsAtCounter } from './texts-at-counter.ts';
import { textsAtOpening } from './texts-at-opening.ts';
import { textsForFamily } from './texts-for-family.ts';
import { type FormWords, textsInSession } from './texts-in-session.ts';

/** Every text that asks for consent, as the pages show it and as records name it. A page takes the part that it asks in. */
export const consentTexts = {
  ...textsAtOpening,
  ...textsInSession,
  ...textsForFamily,
  ...textsAtCounter,
} as const satisfies Record<ConsentForm, Partial<FormWords>>;
