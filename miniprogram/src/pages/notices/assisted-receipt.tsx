import { Text as Words } from '@tarojs/components';
import { go } from '../../start/go.ts';
import type { CameWith } from '../../start/keep-assisted.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** What came with the notice of a check by card: where it was is told among the records, where the receipt is the authority's. `came`: absent until it was looked at. */
export function AssistedReceipt(props: { seq: number; came: ReadonlyMap<number, CameWith> | undefined }) {
  const { seq, came } = props;
  const say = useSay();
  if (came === undefined) return null;
  switch (came.get(seq)) {
    case 'kept':
      return (
        <ActionButton
          id={`record-${seq}`}
          label={say(texts.record)}
          weight="plain"
          onTap={() => void go('records')}
        />
      );
    case 'forged':
      return <Notice tone="bad" text={say(texts.recordForged)} />;
    case 'unsaid':
      return <Words className="footnote">{say(texts.recordUnsaid)}</Words>;
    case undefined:
      return <Words className="footnote">{say(texts.recordNotYet)}</Words>;
  }
}
