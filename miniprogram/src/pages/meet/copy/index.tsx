import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { type Slip, slipAddress } from '../../../../../shared/receipt/slip-address.ts';
import { useWork } from '../../../parts/use-work.ts';
import { goBack } from '../../../start/go.ts';
import { bffUrl } from '../../../start/open-holder.ts';
import { keptCopy, letCopyGo } from '../../../start/ward-copies.ts';
import { ActionButton } from '../../../ui/action-button.tsx';
import { aria } from '../../../ui/aria.ts';
import { Notice } from '../../../ui/notice.tsx';
import { Page } from '../../../ui/page.tsx';
import { Progress } from '../../../ui/progress.tsx';
import { usePageParameters } from '../../../ui/use-page-parameters.ts';
import { useSay } from '../../../ui/use-say.ts';
import { codePicture } from '../code-picture.ts';
import '../meet.scss';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '给家人一份回执' });

/** Shows the address of a ward's own copy as a code for another phone, large, until the ward has it. */
export default function CopyPage() {
  const say = useSay();
  const { session = '' } = usePageParameters();
  const [slip, setSlip] = useState<Slip | 'gone'>();
  useWork(async (isHere) => {
    const kept = await keptCopy(session);
    if (isHere()) setSlip(kept ?? 'gone');
  });
  return (
    <Page title={texts.title} back>
      {slip === undefined ? <Progress label={say(texts.opening)} /> : null}
      {slip === 'gone' ? (
        <>
          <Notice tone="information" text={say(texts.gone)} />
          <ActionButton id="copy-back" label={say(texts.back)} onTap={() => void goBack()} />
        </>
      ) : null}
      {slip === undefined || slip === 'gone' ? null : (
        <Shown
          address={slipAddress(bffUrl(), slip)}
          onGiven={() => void letCopyGo(session).then(() => setSlip('gone'))}
        />
      )}
    </Page>
  );
}

function Shown({ address, onGiven }: { address: string; onGiven: () => void }) {
  const say = useSay();
  return (
    <>
      <Words className="question meet-scan-me">{say(texts.scan)}</Words>
      <View
        id="copy-code"
        className="meet-code live"
        data-code={address}
        style={{ backgroundImage: `url("${codePicture(address)}")` }}
        {...aria({ role: 'img', label: say(texts.code) })}
      />
      <Words className="line">{say(texts.what)}</Words>
      <Notice tone="attention" text={say(texts.warning)} />
      <ActionButton id="copy-given" label={say(texts.given)} weight="plain" onTap={onGiven} />
      <Words className="footnote">{say(texts.kept)}</Words>
    </>
  );
}
