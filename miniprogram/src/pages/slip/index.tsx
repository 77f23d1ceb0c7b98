import { useEffect, useState } from 'react';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { readSlipAddress } from '../../../../shared/receipt/read-slip-address.ts';
import { useWork } from '../../parts/use-work.ts';
import { readReceipt } from '../../receipt/01-read-receipt.ts';
import { openReader } from '../../start/open-reader.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Hotline, useAbout } from '../../ui/stands-behind.tsx';
import { useSay } from '../../ui/use-say.ts';
import { type Fault, faultOf } from './fault-of.ts';
import { Paper } from './paper.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '核验回执' });

/**
 * In a browser: a ward's own copy of a receipt, for whoever has its address. Nobody is logged in, and no server is told the key behind the `#`. That stays in the
 * address: without it a reload or a bookmark would open nothing, and who can look there can read the page as well.
 */
export default function SlipPage() {
  const say = useSay();
  const [shown, setShown] = useState<ReceiptClaims | 'none' | 'cut'>();
  const { problem, busy, again } = useWork(async (isHere) => {
    setShown(undefined);
    const { hash } = location;
    const slip = readSlipAddress(hash);
    if (slip === undefined) return setShown('cut');
    const own = await readReceipt(await openReader(), { ...slip, copy: true });
    if (isHere() && hash === location.hash) setShown(own?.claims ?? 'none');
  });
  useEffect(() => {
    // Another address of this page, opened in its place, loads nothing anew.
    addEventListener('hashchange', again);
    return () => removeEventListener('hashchange', again);
  }, [again]);
  return (
    <Page title={texts.title}>
      {busy ? <Progress label={say(texts.opening)} /> : null}
      {busy || problem === undefined ? null : <NotShown fault={faultOf(problem)} onRetry={again} />}
      {shown === 'none' || shown === 'cut' ? <NotShown fault={shown} onRetry={again} /> : null}
      {shown === undefined || typeof shown === 'string' ? null : <Paper claims={shown} />}
    </Page>
  );
}

/** Why nothing is shown, and what to do about it. */
function NotShown({ fault, onRetry }: { fault: Fault | 'none' | 'cut'; onRetry: () => void }) {
  const say = useSay();
  const about = useAbout();
  const { text, next, tone, final } = told[fault];
  return (
    <>
      <Notice tone={tone} text={say(text)} {...(next === undefined ? {} : { next: say(next) })} />
      {final ? null : <ActionButton id="slip-retry" label={say(texts.retry)} onTap={onRetry} />}
      {about === undefined || fault === 'unreachable' ? null : <Hotline number={about.hotline} />}
    </>
  );
}

const told = {
  cut: { text: texts.cut, next: texts.cutNext, tone: 'attention', final: true },
  none: { text: texts.none, next: texts.noneNext, tone: 'information', final: false },
  faulty: { text: texts.faulty, next: texts.faultyNext, tone: 'bad', final: false },
  'key-gone': { text: texts.keyGone, next: undefined, tone: 'attention', final: true },
  unreachable: { text: texts.unreachable, next: texts.unreachableNext, tone: 'attention', final: false },
} as const;
