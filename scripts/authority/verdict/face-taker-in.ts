import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';

/** The thumbprint of whoever takes a ward's face, and so makes the key for the ward's copy: the terminal that takes part, or else the guardian's device. */
export function faceTakerIn({
  parties,
  deviceThumbprint,
}: Pick<AuthorityChallengeBody, 'parties' | 'deviceThumbprint'>): string {
  return parties?.terminal ?? deviceThumbprint;
}
