import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import { readCredential } from '../../apply/07-credential.ts';
import { readCredentialSummary } from '../../holder/credential-summary.ts';
import { asProblem, HolderProblem } from '../../holder/holder-problem.ts';
import { loginAgain } from '../../login/01-login-again.ts';
import { loginByDevice } from '../../login/01-login-by-device.ts';
import { readVoided } from '../../start/device-voided.ts';
import { loginWay } from '../../start/ensure-logged-in.ts';
import { logOutIfVoided } from '../../start/log-out.ts';
import { openHolder, phoneStorage } from '../../start/open-holder.ts';
import { type ShownCard, shownCard } from './shown-card.ts';

/**
 * The card as the phone's storage has it at once, then as the BFF says. A phone without a credential is not signed in from here,
 * and on H5 nobody is led to the login page from here: the person starts that.
 */
export function useCard(): { card: ShownCard; refresh: () => void } {
  const [card, setCard] = useState<ShownCard>({ status: 'reading', from: 'checking' });
  const round = useRef(0);
  const refresh = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    const show = (next: ShownCard): void => {
      if (mine === round.current) setCard(next);
    };
    void readCard(show);
  }, []);
  useDidShow(refresh);
  return { card, refresh };
}

/** On H5 the device key alone says who this is; elsewhere the platform does. */
const again = loginWay === 'sms' ? loginByDevice : loginAgain;

/** A key that held a credential and is refused has lost its place to another phone. */
function notOurs(problem: HolderProblem): HolderProblem {
  const refused = loginWay === 'sms' && problem.code === 'login-refused';
  return refused ? new HolderProblem('device-voided', { cause: problem }) : problem;
}

async function readCard(show: (card: ShownCard) => void): Promise<void> {
  const storage = phoneStorage();
  const kept = await readCredentialSummary(storage).catch(() => undefined);
  const stored =
    kept === undefined ? { status: 'none' as const } : { status: 'live' as const, level: kept.level };
  show({ ...stored, from: 'checking' });
  try {
    if (await readVoided()) return show({ status: 'void', from: 'bff' });
    // A phone that was never used, or logged out, makes no key before it needs one.
    if (kept === undefined && (await storage.read('device-key')) === undefined) {
      show({ ...stored, from: 'signed-out' });
      return;
    }
    const holder = await openHolder();
    const signedIn = holder.link.accessToken !== undefined;
    if (!signedIn && kept === undefined) {
      show({ ...stored, from: 'signed-out' });
      return;
    }
    if (!signedIn) await again(holder);
    show({ ...shownCard(await readCredential(holder)), from: 'bff' });
  } catch (cause) {
    const problem = notOurs(asProblem(cause));
    await logOutIfVoided(problem);
    show(
      problem.code === 'device-voided'
        ? { status: 'void', from: 'bff' }
        : { ...stored, from: 'storage', problem },
    );
  }
}
