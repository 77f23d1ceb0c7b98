import { View, Text as Words } from '@tarojs/components';
import { go } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { Picture } from '../../ui/drawing.tsx';
import { Page } from '../../ui/page.tsx';
import { Hotline, useAbout } from '../../ui/stands-behind.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { findPoint, questions, raising, steps, texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '帮助' });

export default function HelpPage() {
  const say = useSay();
  const { about: asked } = usePageParameters();
  const about = useAbout();
  return (
    <Page title={texts.title} back>
      {asked === 'raise' ? (
        <Card heading={say(raising.asked)}>
          <Words>{say(raising.answer)}</Words>
          <ActionButton id="appointment" label={say(findPoint)} onTap={() => void go('appointment')} />
        </Card>
      ) : null}
      <Card heading={say(texts.staffedHeading)}>
        <Words>{say(texts.staffed)}</Words>
      </Card>
      <Card heading={say(texts.stepsHeading)}>
        {steps.map((step, index) => (
          <View key={step.text.en} className="step">
            <Words className="step-number">{index + 1}</Words>
            <View className="step-words">
              {step.picture === undefined ? null : <Picture name={step.picture} />}
              <Words>{say(step.text)}</Words>
            </View>
          </View>
        ))}
      </Card>
      <Card heading={say(texts.learnsHeading)}>
        <Words>{say(texts.learns)}</Words>
      </Card>
      <Card heading={say(texts.weLearnHeading)}>
        <Words>{say(texts.weLearn)}</Words>
      </Card>
      <Card heading={say(texts.failsHeading)}>
        {questions.map(({ asked, answer }) => (
          <View key={asked.en} className="definition">
            <Words className="definition-term">{say(asked)}</Words>
            <Words>{say(answer)}</Words>
          </View>
        ))}
      </Card>
      <Card heading={say(texts.hotlineHeading)}>
        {about === undefined ? (
          <Words>{say(texts.hotlineUnknown)}</Words>
        ) : (
          <Hotline number={about.hotline} />
        )}
      </Card>
    </Page>
  );
}
