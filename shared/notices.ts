/**
 * What the phones of a holder are told of the credential: of every change, on each phone that the holder has or lost within ten days.
 * A list to be extended by whoever adds a change.
 */
export const noticeKinds = [
  /** Another phone signed in; this one lost its place, or the one before did. */
  'phone-replaced',
  /** The same, and the phone that lost its place had a secure key (SOTER) which the new one lacks. */
  'phone-replaced-unsecured',
  /** The credential was brought to another phone. `until`: when its former level comes, if it comes later. */
  'moved',
  'strict-came',
  /** The level that was to come does not. */
  'strict-stopped',
  'frozen',
  'unfrozen',
  'phone-reported-lost',
  /** `until`: when the report ends by itself. */
  'card-reported-lost',
  'card-report-withdrawn',
  'card-report-ended',
  'disputed',
  'suspended',
  'released',
  /** The ID card runs out, and the credential with it. `until`: when. */
  'ends-soon',
  /** The card was renewed, and the credential with it at its level. */
  'renewed',
  /** An officer made it strict, at once or in a review. */
  'raised',
  /** What an officer had made strict is not: another one has yet to look at it, or did. */
  'level-lowered',
  /** The review of a raise is over, in which nobody made it strict. */
  'review-over',
  /** Somebody passed a check without a face, by its owner's card, with an attendant. */
  'assisted',
  /** Consent to the voice was withdrawn: the credential lives on by the face. */
  'voice-withdrawn',
  /** Consent to the face was withdrawn, or the account erased: the credential is void. */
  'erased',
  /** At a desk one became a guardian. `until`: until when. */
  'delegation-made',
  /** `until`: when. */
  'delegation-ends-soon',
  'delegation-renewed',
  /** A child came of age, a year went by without a renewal, or somebody ended it. */
  'delegation-ended',
  /** A guardian who is elsewhere is asked: the page of the family says for what. */
  'ward-asks',
  /** From `until` on a guardian is asked no more, but hears of it. */
  'ward-tells',
  /** The code of a ward of 14 or more was typed at a terminal, where the guardian hears only. */
  'ward-checked',
  /** It was not brought along in time, or another took its place. */
  'void',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What happened at a place: of these the day is told, as its noon in China, and no time, which would lead from the phone to the place. */
export const noticesByDay: readonly NoticeKind[] = ['raised', 'assisted'];
