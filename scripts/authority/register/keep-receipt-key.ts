import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';

/**
 * Keeps what the device of a credential states of its receipt key, in place of what it stated before: to it goes the receipt of a check by card, for
 * which no phone asks. What another device has stated, whoever it asks for, is not this one's to be sealed to.
 * @param asked with a statement that was found to be by `deviceThumbprint`
 */
export function keepReceiptKey(
  { store: { credentials } }: Pick<AuthorityPorts, 'store'>,
  { receiptKey, deviceThumbprint }: Pick<AuthorityChallengeBody, 'receiptKey' | 'deviceThumbprint'>,
  { handle, device }: Pick<Credential, 'handle' | 'device'>,
): void {
  if (receiptKey === undefined || device !== deviceThumbprint) return;
  if (credentials.receiptKeyOf(handle) !== receiptKey) credentials.keepReceiptKey(handle, receiptKey);
}
