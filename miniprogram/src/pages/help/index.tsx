import { View, Text as Words } from '@tarojs/components';
import { Card } from '../../ui/card.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import { questions, steps, texts } from './texts.ts';

export default function HelpPage() {
  const say = useSay();
  return (
    <Page title={texts.title} back>
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
      <Card heading={say(texts.failsHeading)}>
        {questions.map(({ asked, answer }) => (
          <View key={asked.en} className="definition">
            <Words className="definition-term">{say(asked)}</Words>
            <Words>{say(answer)}</Words>
          </View>
        ))}
      </Card>
    </Page>
  );
}
