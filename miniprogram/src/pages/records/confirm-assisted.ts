import { HolderProblem } from '../../holder/holder-problem.ts';
import { readAllNotices } from '../../protect/read-all-notices.ts';
import { logInSilently } from '../../start/ensure-logged-in.ts';
import { keepAssisted } from '../../start/keep-assisted.ts';
import { openHolder, phoneStorage } from '../../start/open-holder.ts';

/**
 * Checks by card took place without this phone: their receipts come with its notices, and become records here. Who has no credential on this phone, or would have to be asked to sign
 * in, has none. @throws HolderProblem where they could not be asked for
 */
export async function confirmAssisted(): Promise<void> {
  if ((await phoneStorage().read('credential-handle')) === undefined) return;
  try {
    await logInSilently();
  } catch (problem) {
    if (problem instanceof HolderProblem && problem.code === 'login-refused') return;
    throw problem;
  }
  const holder = await openHolder();
  await keepAssisted(holder, await readAllNotices(holder));
}
