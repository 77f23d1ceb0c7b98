import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { Guilloche, Icon, Mark } from '../../ui/drawing.tsx';
import { dayOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { CardLight, LiveClock } from './living-card.tsx';
import { texts } from './texts.ts';
import type { ShownCard } from './use-card.ts';

/**
 * The credential as a card of the format ID-1: basic in fine ink, strict in colour, an empty outline where there is none, struck through
 * where it is void. The colours are decoration: what was done for it, and what it is good for, stands in words. It is no proof: the
 * clock and the light show that it is no picture.
 */
export function CredentialCard({ card }: { card: ShownCard }) {
  const say = useSay();
  const look = card.status === 'live' ? card.level : card.status;
  const live = card.status === 'live';
  const name = say(names[look]);
  const hint = say(hints[look]);
  const since = live && card.from === 'bff' ? card.since : undefined;
  const standing = since === undefined ? say(standings[card.from]) : say(texts.validSince(dayOf(since)));
  const said = [`${say(texts.credential)}: ${name}`, hint, ...(look === 'void' ? [] : [standing])].join('. ');
  return (
    <View
      className={`credential credential-${look} credential-from-${card.from}`}
      {...aria({ role: 'img', label: said })}
    >
      {live ? (
        <View className="credential-back" {...aria({ hidden: true })}>
          <Guilloche level={card.level} />
          <CardLight />
        </View>
      ) : null}
      <View className="credential-head" {...aria({ hidden: true })}>
        <Words className="credential-kind">{say(texts.kind)}</Words>
        {live ? <LiveClock /> : null}
      </View>
      <View className="credential-main" {...aria({ hidden: true })}>
        <View className="credential-words">
          <Words className="credential-name">{name}</Words>
          <Words>{hint}</Words>
        </View>
        {live ? <Mark seal /> : null}
      </View>
      {look === 'void' ? (
        <View className="credential-struck" {...aria({ hidden: true })}>
          <Icon name="cross" />
          <Words>{say(texts.struck)}</Words>
        </View>
      ) : null}
      {look === 'void' ? null : (
        <View className="credential-foot" {...aria({ hidden: true })}>
          <Words className={since === undefined ? '' : 'live'}>{standing}</Words>
          {live ? <Words>{say(texts.thisPhone)}</Words> : null}
        </View>
      )}
    </View>
  );
}

const names = {
  reading: texts.reading,
  none: texts.none,
  void: texts.void,
  basic: texts.basicName,
  strict: texts.strictName,
} as const;

const hints = {
  reading: texts.checking,
  none: texts.noneHint,
  void: texts.voidHint,
  basic: texts.basicHint,
  strict: texts.strictHint,
} as const;

const standings = {
  checking: texts.checking,
  bff: texts.fresh,
  storage: texts.stored,
  'signed-out': texts.signedOut,
} as const;
