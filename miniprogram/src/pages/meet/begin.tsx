import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { go } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { useSay } from '../../ui/use-say.ts';
import { ShowCode } from './show-code.tsx';
import { texts } from './texts.ts';

/** What it is, in two sentences, and who does what. */
export function Begin() {
  const say = useSay();
  const [shows, setShows] = useState(false);
  if (shows) return <ShowCode />;
  return (
    <>
      <Card>
        <Words>{say(texts.lead)}</Words>
        <Words className="soft">{say(texts.both)}</Words>
      </Card>
      <ActionButton id="show-code" label={say(texts.show)} onTap={() => setShows(true)} />
      <ActionButton
        id="scan-code"
        label={say(texts.scan)}
        symbol="scan"
        weight="plain"
        onTap={() => void go('scan')}
      />
    </>
  );
}
