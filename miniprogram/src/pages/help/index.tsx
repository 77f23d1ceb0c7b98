import { View, Text as Words } from '@tarojs/components';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import { questions, raising, steps, texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '帮助' });

export default function HelpPage() {
  const say = useSay();
  const { about } = usePageParameters();
  return (
    <Page title={texts.title} back>
      {about === 'raise' ? (
        <Card heading={say(raising.asked)}>
          <Words>{say(raising.answer)}</Words>
        </Card>
      ) : null}
      <Card heading={say(texts.staffedHeading)}>
        <Words>{say(texts.staffed)}</Words>
      </Card>
      <Card heading={say(texts.stepsHeading)}>
        {steps.map((step, index) => (
          <View key={step.en} className="step">
            <Words className="step-number">{index + 1}</Words>
            <Words className="step-words">{say(step)}</Words>
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
        <Words>{say(texts.hotline)}</Words>
      </Card>
    </Page>
  );
}
