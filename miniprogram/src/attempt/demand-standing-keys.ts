import { isKeyListAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import { checkKeyList } from '../holder/check-key-list.ts';
import type { Holder } from '../holder/holder.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { noteKeyList } from '../holder/newest-key-list.ts';
import { judgingTime } from '../holder/server-time.ts';
import type { CheckedChallenge } from './check-challenge.ts';

/**
 * To be awaited just before something is sealed for a challenge, or a platform's page is opened for it: the person has looked and spoken
 * since the challenge came, and one of the keys that it stands on may have been struck meanwhile. Where the BFF has no list to give the
 * one at hand goes on counting, until it runs out.
 * @throws HolderProblem sample-refused where a key was struck: another challenge is taken; authority-untrusted where the list is none
 */
export async function demandStandingKeys(
  holder: Holder,
  { claims, signedBy, registrar }: CheckedChallenge,
): Promise<void> {
  const answer = await callBff(holder, {
    method: 'GET',
    path: '/holder/v1/key-list',
    guard: isKeyListAnswer,
  }).catch(() => undefined);
  if (answer === undefined) return;
  const { trust, link } = holder;
  const expected = { trust, newestVersion: link.newestKeyList.version, now: judgingTime(holder) };
  const keyList = checkKeyList(answer.keyList, expected);
  noteKeyList(holder, keyList);
  const stands =
    keyList.sign.some(({ kid }) => kid === signedBy) &&
    keyList.seal.some(({ keyId }) => keyId === claims.sealKeyId) &&
    (registrar === undefined || keyList.registrars.includes(registrar));
  if (!stands) throw new HolderProblem('sample-refused', { why: 'key-struck' });
}
