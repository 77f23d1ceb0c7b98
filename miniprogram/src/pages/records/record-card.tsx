import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { levelText } from '../../../../shared/levels.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { scenes } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import { readNames } from '../../family/ward-names.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useName } from '../../parts/use-name.ts';
import { claimsOfKept } from '../../receipt/receipt-claims.ts';
import type { Receipt } from '../../start/kept-receipts.ts';
import { phoneStorage } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/drawing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { AskedMore } from './asked-more.tsx';
import { Details } from './details.tsx';
import { NotMe } from './not-me.tsx';
import { outcomes, signs, texts } from './texts.ts';
import './records.scss';

/** One check: what this phone saw of it, whether the authority says the same, and, opened, all that the receipt says and what to do about it. */
export function RecordCard({ record, asking }: { record: Receipt; asking: boolean }) {
  const say = useSay();
  const name = useName();
  const [open, setOpen] = useState(false);
  const { id, scene, level, outcome, at, signed, forged, unsaid } = record;
  const claims = signed === undefined ? undefined : claimsOfKept(signed);
  return (
    <Card heading={headingOf(record, { say, name })}>
      <View className={`record-end record-end-${outcome}`}>
        <Icon name={signs[outcome]} />
        <Words>{say(outcomes[outcome])}</Words>
      </View>
      <Words className="live">{timeOf(at)}</Words>
      {claims?.ceremony === 'assist' ? <Words>{say(texts.byCard)}</Words> : null}
      {claims?.ward === undefined ? null : <ForWard ward={claims.ward} />}
      {scene === undefined ? null : <Words>{say(scenes[scene].text)}</Words>}
      <Words className="footnote">{`${say(texts.by)}${say(levelText[level])}`}</Words>
      <Words className="footnote record-reference live">
        {say(texts.reference)} {referenceOf(id)}
      </Words>
      <Standing record={record} asking={asking} />
      {outcome === 'passed' || outcome === 'failed' ? (
        <CopyButton id={`family-copy-${referenceOf(id)}`} session={id} />
      ) : null}
      {forged || unsaid ? <NotMe record={record} /> : null}
      {claims === undefined ? null : (
        <ActionButton
          id={`details-${referenceOf(id)}`}
          label={say(open ? texts.less : texts.more)}
          weight="quiet"
          onTap={() => setOpen(!open)}
        />
      )}
      {claims === undefined || !open ? null : (
        <>
          <Details claims={claims} />
          <NotMe record={record} />
          {claims.report === undefined ? null : <AskedMore record={record} form={claims.report} />}
        </>
      )}
    </Card>
  );
}

/** Who asked: a private person is named to nobody. */
function headingOf(
  { rpName, scene }: Receipt,
  { say, name }: { say: (text: Text) => string; name: (name: string) => string },
): string {
  if (rpName !== '') return name(rpName);
  return say(scene === 'peer' ? texts.person : texts.own);
}

/** Whose face it was, where it was a family member's: by the name that this phone has for them, if it has one. */
function ForWard({ ward }: { ward: string }) {
  const say = useSay();
  const [own, setOwn] = useState('');
  useEffect(() => {
    let gone = false;
    void readNames(phoneStorage()).then((names) => {
      if (!gone) setOwn(names[ward] ?? '');
    });
    return () => {
      gone = true;
    };
  }, [ward]);
  return <Words>{own === '' ? say(texts.forFamily) : `${say(texts.forFamily)} · ${own}`}</Words>;
}

/** Whether the authority has confirmed it. An end without a verdict is nothing that it knows of. */
function Standing({
  record: { forged, unsaid, signed, outcome },
  asking,
}: {
  record: Receipt;
  asking: boolean;
}) {
  const say = useSay();
  if (forged) return <Notice tone="bad" text={say(texts.forged)} />;
  if (signed !== undefined)
    return (
      <View className="record-standing record-confirmed">
        <Icon name="tick" />
        <Words>{say(texts.confirmed)}</Words>
      </View>
    );
  if (unsaid) return <Words className="footnote record-standing">{say(texts.unsaid)}</Words>;
  if (outcome !== 'passed' && outcome !== 'failed') return null;
  return (
    <Words className="footnote record-standing">{say(asking ? texts.asking : texts.notConfirmed)}</Words>
  );
}
