import { View, Text as Words } from '@tarojs/components';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';
import type { ShownCard } from './use-card.ts';

/** The credential as a drawing: in black and white for basic, in colour for strict, an empty outline where there is none. */
export function CredentialCard({ card }: { card: ShownCard }) {
  const say = useSay();
  const look = card.status === 'live' ? card.level : card.status;
  const name = say(names[look]);
  const hint = say(hints[look]);
  const standing = say(standings[card.from]);
  return (
    <View
      className={`credential credential-${look} credential-from-${card.from}`}
      {...aria({ role: 'img', label: `${say(texts.credential)}: ${name}. ${hint}. ${standing}` })}
    >
      <View className="credential-head" {...aria({ hidden: true })}>
        <Words className="credential-kind">{say(texts.kind)}</Words>
      </View>
      <View className="credential-main" {...aria({ hidden: true })}>
        <View className="credential-portrait">
          <View className="credential-face" />
          <View className="credential-shoulders" />
        </View>
        <View className="credential-words">
          <Words className="credential-name">{name}</Words>
          <Words className="credential-hint">{hint}</Words>
        </View>
      </View>
      <View className="credential-foot" {...aria({ hidden: true })}>
        <Words>{standing}</Words>
        {card.status === 'live' ? <Words>{say(texts.thisPhone)}</Words> : null}
      </View>
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
