import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { type ConsentSubject, consentSubjects } from '../../../../shared/consent/consent-forms.ts';
import type { ConsentReceipt } from '../../../../shared/contract/protect/consents.ts';
import { go } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/drawing.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Page } from '../../ui/page.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { dayOf, timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import '../records/records.scss';
import { forms, subjects, texts } from './texts.ts';

/** Face and voice apart: whether one agrees now, to what, and the way to take it back; then what is held, and how it is erased. */
export function Agreements(props: {
  consents: readonly ConsentReceipt[];
  onWithdraw: (subject: ConsentSubject) => void;
  onHeld: () => void;
  onErase: () => void;
}) {
  const { consents, onWithdraw, onHeld, onErase } = props;
  const say = useSay();
  const ofWards = consents.filter((each) => each.ended === undefined && isOfWard(each));
  const past = consents.filter(({ ended }) => ended !== undefined);
  return (
    <Page title={texts.title} back>
      {consentSubjects.map((subject) => {
        const standing = consents.filter(
          (each) => each.subject === subject && each.ended === undefined && !isOfWard(each),
        );
        const { name, yes } = subjects[subject];
        return (
          <View key={subject} id={`consent-${subject}`}>
            <Card heading={say(name)}>
              <View className="record-end">
                <Icon name={standing.length > 0 ? 'tick' : 'information'} />
                <Words>{say(standing.length > 0 ? texts.agreed : texts.notAgreed)}</Words>
              </View>
              {standing.map((each) => (
                <Agreement key={each.receiptId} consent={each} />
              ))}
              {standing.length === 0 ? null : (
                <ActionButton
                  id={`withdraw-${subject}`}
                  label={say(yes)}
                  weight="plain"
                  onTap={() => onWithdraw(subject)}
                />
              )}
            </Card>
          </View>
        );
      })}
      {ofWards.length === 0 ? null : (
        <View id="consent-wards">
          <Card heading={say(texts.ofWards)}>
            {ofWards.map((each) => (
              <Agreement key={each.receiptId} consent={each} />
            ))}
            <Words className="footnote">{say(texts.ofWardsEnd)}</Words>
            <ActionButton
              id="to-family"
              label={say(texts.toFamily)}
              weight="plain"
              onTap={() => void go('family')}
            />
          </Card>
        </View>
      )}
      {consents.some(({ timestamp }) => timestamp.length === 10) ? (
        <Words className="footnote">{say(texts.dayOnly)}</Words>
      ) : null}
      <View className="rows">
        <LinkRow id="held" label={say(texts.held)} onTap={onHeld} />
        <LinkRow id="erase" label={say(texts.erase)} onTap={onErase} />
      </View>
      {past.length === 0 ? null : (
        <Card heading={say(texts.ended)}>
          {past.map((each) => (
            <Agreement key={each.receiptId} consent={each} />
          ))}
        </Card>
      )}
      <StandsBehind />
    </Page>
  );
}

/** What a guardian agreed to is about somebody else's face, and is not taken back with the own. */
function isOfWard({ text: { form } }: ConsentReceipt): boolean {
  return form === 'ward' || form === 'ward-afar';
}

function Agreement({ consent }: { consent: ConsentReceipt }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const { receiptId, timestamp, text, purposes, ended } = consent;
  const [taker] = purposes.flatMap(({ thirdParties }) => thirdParties);
  const gets = taker === 'wechat' ? texts.byWechat : taker === 'alipay' ? texts.byAlipay : texts.byAuthority;
  const facts = [
    { name: texts.where, value: say(forms[text.form]), live: false },
    {
      name: texts.when,
      value: timestamp.length === 10 ? timestamp : timeOf(Date.parse(timestamp)),
      live: true,
    },
    { name: texts.who, value: say(gets), live: false },
    ...(ended === undefined ? [] : [{ name: texts.endedAt, value: dayOf(ended.at), live: true }]),
    ...(open ? [{ name: texts.number, value: receiptId, live: true }] : []),
  ];
  return (
    <View className="agreement">
      {facts.map(({ name, value, live }) => (
        <View key={name.en} className="fact">
          <Words className="fact-name">{say(name)}</Words>
          <Words className={live ? 'fact-value live' : 'fact-value'}>{value}</Words>
        </View>
      ))}
      {open && text.words !== undefined ? (
        <Words className="footnote">{`${text.title ?? ''} ${text.words}`}</Words>
      ) : null}
      {text.current ? null : <Words className="footnote">{say(texts.outdated)}</Words>}
      <ActionButton
        label={say(open ? texts.hideWords : texts.showWords)}
        weight="quiet"
        onTap={() => setOpen(!open)}
      />
    </View>
  );
}
