import { View, Text as Words } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Notice as Told } from '../../../../shared/contract/protect/notices.ts';
import { noticesByDay } from '../../../../shared/notices.ts';
import { Card } from '../../ui/card.tsx';
import { dayOf, lastDayOf, timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts, told } from './texts.ts';

/** One notice in plain words: what happened, when, and what to do. `isNew`: nobody has looked at it before; `former`: on a phone that lost its place. */
export function NoticeCard(props: { notice: Told; isNew?: boolean; former?: boolean; children?: ReactNode }) {
  const { notice, isNew = false, former = false, children } = props;
  const say = useSay();
  const { kind, at, until, sealed } = notice;
  // The end of a card is a day, all else a moment.
  const when = until === undefined ? undefined : kind === 'ends-soon' ? lastDayOf(until) : timeOf(until);
  const { text, next } = told[kind];
  // Where it was stands in what came with it.
  const what = sealed === undefined ? next(when, former) : texts.byCard;
  const heading = isNew ? `${say(texts.unread)} · ${say(text)}` : say(text);
  return (
    <View id={`notice-${kind}`}>
      <Card heading={heading}>
        <Words className="live soft">{noticesByDay.includes(kind) ? dayOf(at) : timeOf(at)}</Words>
        <Words className={when === undefined ? '' : 'live'}>{say(what)}</Words>
        {children}
      </Card>
    </View>
  );
}
