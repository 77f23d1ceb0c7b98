import { View } from '@tarojs/components';
import type { Text } from '../../../../shared/text.ts';
import type { Journey } from '../../journey/journey.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import type { Facing } from '../../platform/camera/mounted-camera.ts';
import { LinkRow } from '../../ui/link-row.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import { handOver, holdTexts } from './ward-texts.ts';

/** Before the camera is opened for a ward: who will hold the phone, and so which camera it is. */
export function WhoHolds(props: {
  journey: Journey;
  name: Text;
  onBack: () => void;
  onChoose: (facing: Facing) => void;
}) {
  const { journey, name, onBack, onChoose } = props;
  const say = useSay();
  const { label, hint } = handOver(name);
  return (
    <CheckPage title={holdTexts.title} journey={journey} back={onBack}>
      <Steps at={2} of={2} />
      <View className="rows">
        <LinkRow id="hand-over" label={say(label)} hint={say(hint)} onTap={() => onChoose('front')} />
        <LinkRow
          id="hold-for-them"
          label={say(holdTexts.rear)}
          hint={say(holdTexts.rearHint)}
          onTap={() => onChoose('rear')}
        />
      </View>
      <Deadline journey={journey} />
    </CheckPage>
  );
}
