import { drawDigits } from '../../../shared/bytes/draw-digits.ts';
import type { ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import type { WardCodeBody } from '../../../shared/contract/family/on-phone.ts';
import type { DelegationView } from '../../../shared/contract/family/terms.ts';
import { stateGuardianWord } from '../../../shared/guardian/state-guardian-word.ts';
import { wardCodeHash } from '../../../shared/guardian/ward-code-hash.ts';
import * as limits from '../../../shared/limits.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { judgingTime } from '../holder/server-time.ts';
import { stateConsent } from '../holder/state-consent.ts';
import { isCodeGiven } from './answers.ts';

/** Somebody else may have the same digits just now: others are drawn then, so many times in all. */
const draws = 3;

/**
 * Draws a code to be said to the ward, who has it typed at a terminal. Where the owner only wants to hear of it, the word is given ahead by it.
 * @param receipt where this phone wants the receipt of a check to be kept that the word is given ahead for
 * @throws HolderProblem delegation-over, too-many-requests, ...
 */
export async function giveCode(
  holder: Holder,
  ward: Pick<DelegationView, 'delegationId' | 'asks'>,
  receipt?: ReceiptWanted,
): Promise<{ code: string; expiresAt: number }> {
  for (let left = draws; ; left--) {
    try {
      return await give(holder, ward, receipt);
    } catch (problem) {
      if (!(problem instanceof HolderProblem) || problem.code !== 'id-taken' || left === 1) throw problem;
    }
  }
}

async function give(
  holder: Holder,
  { delegationId, asks }: Pick<DelegationView, 'delegationId' | 'asks'>,
  receipt: ReceiptWanted | undefined,
) {
  const random = await holder.randomFor(64);
  const code = drawDigits(random, limits.wardCodeDigits);
  const ahead = () => ({
    word: wordFor(holder, delegationId, code),
    consent: stateConsent(holder, { face: true, voice: false }),
    ...(receipt === undefined ? {} : { receipt }),
  });
  const body: WardCodeBody = { code, ...(asks === 'tell' && { ahead: ahead() }) };
  const path = `/holder/v1/delegations/${delegationId}/codes`;
  const { expiresAt } = await callBff(holder, { method: 'POST', path, body, guard: isCodeGiven });
  return { code, expiresAt };
}

function wordFor(holder: Holder, delegation: string, code: string): string {
  const hash = wardCodeHash(delegation, code);
  return stateGuardianWord(holder.device, { delegation, act: 'use', code: hash, now: judgingTime(holder) });
}
