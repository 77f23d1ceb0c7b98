import { View, Text as Words } from '@tarojs/components';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { nameIn } from '../../../../shared/name-in.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { sceneNames, scenes } from '../../../../shared/scenes.ts';
import { FactRows } from '../../parts/facts.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { Icon } from '../../ui/drawing.tsx';
import { Notice } from '../../ui/notice.tsx';
import { usePreferences } from '../../ui/preferences.ts';
import { timeOf } from '../../ui/time-of.ts';
import { useSay } from '../../ui/use-say.ts';
import { factsOf } from '../records/facts-of.ts';
import { outcomes, texts as recordTexts, signs } from '../records/texts.ts';
import '../records/records.scss';
import './slip.scss';
import { texts } from './texts.ts';

/** What the authority has signed of the check, as it is kept on paper: whose, where, for what, when and how it ended, and nobody's name. */
export function Paper({ claims }: { claims: ReceiptClaims }) {
  const say = useSay();
  const { language } = usePreferences();
  const { rpName, iat, sessionId } = claims;
  const outcome = claims.outcome === 'pass' ? 'passed' : 'failed';
  const scene = sceneNames.find((name) => name === claims.scene);
  return (
    <>
      <View id="slip" className="card">
        <View className={`record-end record-end-${outcome}`}>
          <Icon name={signs[outcome]} />
          <Words>{say(outcomes[outcome])}</Words>
        </View>
        <FactRows
          facts={[
            { name: say(texts.whose), value: say(texts.own) },
            { name: say(texts.who), value: nameIn(language, rpName) },
            ...(scene === undefined ? [] : [{ name: say(texts.scene), value: say(scenes[scene].text) }]),
            ...factsOf(claims).map(({ what, is }) => ({ name: say(what), value: say(is) })),
            { name: say(recordTexts.when), value: timeOf(iat * 1000), live: true },
            { name: say(recordTexts.reference), value: referenceOf(sessionId), live: true },
          ]}
        />
        <View className="record-standing">
          <Icon name="tick" />
          <Words>{say(texts.confirmed)}</Words>
        </View>
        <Words className="footnote">{say(texts.noName)}</Words>
      </View>
      <View className="slip-screen">
        <ActionButton id="print-slip" label={say(texts.print)} onTap={() => print()} />
        <Words className="line">{say(texts.keep)}</Words>
        <Notice tone="attention" text={say(texts.secret)} />
      </View>
    </>
  );
}
