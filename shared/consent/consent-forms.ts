/**
 * Which words ask for consent: those of an application, of a check, of bringing a credential along, of what weakens it, of a meeting of two
 * holders, or of a raise before an officer; a guardian is asked about the face of a ward who is there (`ward`) or at a terminal elsewhere
 * (`ward-afar`), a ward of 16 or more about the own face at the desk (`kin`), and a guest without a phone about the voice (`assist`). A ceremony
 * names its own (`CeremonyRules.consentText`).
 */
export const consentForms = [
  'apply',
  'check',
  'move',
  'protect',
  'meet',
  'raise',
  'ward',
  'ward-afar',
  'kin',
  'assist',
] as const;
export type ConsentForm = (typeof consentForms)[number];

/** By what a statement of consent names the words: their version, and the language in which they were read. */
export interface WordsShown {
  version: string;
  language: 'zh' | 'en';
}

/** What is consented to, each apart. */
export const consentSubjects = ['face', 'voice'] as const;
export type ConsentSubject = (typeof consentSubjects)[number];

/**
 * The version of all texts, those asked in a session too: the day on which they were last changed, and the beginning of their sum, so that no version can
 * have two sets of words. Who changes a word keeps the words before it in `earlier`: a test holds all of it together. A consent to another version is
 * asked for anew.
 */
export const consentVersion = '2026-11-30.TYnNffDP';
