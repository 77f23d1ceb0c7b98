import { View, Text as Words } from '@tarojs/components';
import { credentialStateText } from '../../../../shared/credentials.ts';
import type { Text } from '../../../../shared/text.ts';
import { aria } from '../../ui/aria.ts';
import { Icon, Mark } from '../../ui/drawing.tsx';
import { dayOf, lastDayOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import './credential-card.scss';
import { Guilloche } from './guilloche.tsx';
import { CardLight, LiveClock } from './living-card.tsx';
import type { ShownCard } from './shown-card.ts';
import { texts } from './texts.ts';

/**
 * The credential as a card of the format ID-1: basic in fine ink, strict in colour, an empty outline where there is none, struck through
 * where it cannot be used, which it says. The colours are decoration: what was done for it, and what it is good for, stands in words. It is no proof: the
 * clock and the light show that it is no picture.
 */
export function CredentialCard({ card }: { card: ShownCard }) {
  const say = useSay();
  const look = card.status === 'live' ? card.level : card.status;
  const live = card.status === 'live';
  const name = say(names[look]);
  const hint = say(hints[look]);
  const stroke = strokes[look];
  const fresh = live && card.from === 'bff' ? card : undefined;
  const standing = fresh === undefined ? say(standings[card.from]) : say(standingOf(fresh));
  const said = [`${say(texts.credential)}: ${name}`, hint, ...(stroke === undefined ? [standing] : [])].join(
    '. ',
  );
  return (
    <View
      className={`credential credential-${look}${stroke === undefined ? '' : ' credential-still'} credential-from-${card.from}`}
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
      {stroke === undefined ? null : (
        <View className="credential-struck" {...aria({ hidden: true })}>
          <Icon name="cross" />
          <Words>{say(stroke)}</Words>
        </View>
      )}
      {stroke !== undefined ? null : (
        <View className="credential-foot" {...aria({ hidden: true })}>
          <Words className={fresh === undefined ? '' : 'live'}>{standing}</Words>
          {live ? <Words>{say(texts.thisPhone)}</Words> : null}
        </View>
      )}
    </View>
  );
}

/** The nearest thing that its holder should know. */
function standingOf({ since, until, cardLost }: Extract<ShownCard, { status: 'live' }>): Text {
  if (cardLost) return credentialStateText['card-reported-lost'];
  if (until !== undefined) return texts.validUntil(lastDayOf(until));
  return since === undefined ? texts.fresh : texts.validSince(dayOf(since));
}

const names = {
  reading: texts.reading,
  none: texts.none,
  void: texts.void,
  frozen: texts.still,
  suspended: texts.still,
  unusable: texts.elsewhere,
  basic: texts.basicName,
  strict: texts.strictName,
} as const;

const hints = {
  reading: texts.checking,
  none: texts.noneHint,
  void: texts.voidHint,
  frozen: texts.frozenHint,
  suspended: texts.suspendedHint,
  unusable: texts.unusableHint,
  basic: texts.basicHint,
  strict: texts.strictHint,
} as const;

/** What is written across a card that cannot be used. */
const strokes: { [look in keyof typeof names]?: Text } = {
  void: texts.struck,
  frozen: credentialStateText.frozen,
  suspended: texts.suspended,
  unusable: texts.notBrought,
};

const standings = {
  checking: texts.checking,
  bff: texts.fresh,
  storage: texts.stored,
  'signed-out': texts.signedOut,
} as const;
