import { View, Text as Words } from '@tarojs/components';
import { go } from '../../start/go.ts';
import { Card } from '../../ui/card.tsx';
import { LanguageChoice } from '../../ui/language-choice.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Page } from '../../ui/page.tsx';
import { changePreferences, usePreferences } from '../../ui/preferences.ts';
import { SwitchRow } from '../../ui/switch-row.tsx';
import { useSay } from '../../ui/use-say.ts';
import { LogOut } from './log-out.tsx';
import { Privacy } from './privacy.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '设置' });

export default function SettingsPage() {
  const say = useSay();
  const { largeType } = usePreferences();
  return (
    <Page title={texts.title} back>
      <Card>
        <SwitchRow
          id="large-type"
          label={say(texts.largeType)}
          hint={say(texts.largeTypeHint)}
          on={largeType}
          onChange={(on) => changePreferences({ largeType: on })}
        />
        <LanguageChoice />
      </Card>
      <Card heading={say(texts.consent)}>
        <Words>{say(texts.consentEach)}</Words>
        <View className="definition">
          <Words className="definition-term">{say(texts.face)}</Words>
          <Words>{say(texts.faceText)}</Words>
        </View>
        <View className="definition">
          <Words className="definition-term">{say(texts.voice)}</Words>
          <Words>{say(texts.voiceText)}</Words>
        </View>
        <View className="definition">
          <Words className="definition-term">{say(texts.withdraw)}</Words>
          <Words>{say(texts.withdrawText)}</Words>
        </View>
      </Card>
      <View className="rows">
        <LinkRow id="manage" label={say(texts.manage)} onTap={() => void go('manage')} />
      </View>
      <Privacy />
      <LogOut />
    </Page>
  );
}
