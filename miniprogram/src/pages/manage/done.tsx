import { View } from '@tarojs/components';
import type { OwnCredential } from '../../holder/answers.ts';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { actTexts } from './act-texts.ts';
import type { Act } from './acts.ts';
import { CredentialFacts } from './credential-facts.tsx';
import { texts } from './texts.ts';

/** It is done: how the credential stands now, and what to do next. */
export function Done({
  act,
  credential,
  onBack,
}: {
  act: Act;
  credential: OwnCredential;
  onBack: () => void;
}) {
  const say = useSay();
  const { done, next } = actTexts[act];
  return (
    <Page title={texts.title} back={onBack}>
      <View id={`done-${act}`}>
        <Notice tone="good" text={say(done)} next={say(next)} />
      </View>
      {credential.state === 'none' ? null : <CredentialFacts credential={credential} />}
      <View className="choices">
        {credential.state === 'void' ? (
          <ActionButton id="apply" label={say(texts.apply)} onTap={() => void goInstead('apply')} />
        ) : (
          <ActionButton id="back-to-hub" label={say(texts.back)} onTap={onBack} />
        )}
        <HomeButton />
      </View>
    </Page>
  );
}
