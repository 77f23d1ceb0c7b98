import { View, Text as Words } from '@tarojs/components';
import { StaffedWay } from '../../journey/parts/staffed-way.tsx';
import { Tick } from '../../journey/parts/tick.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { goInstead } from '../../ui/go.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

export interface Consent {
  face: boolean;
  voice: boolean;
}

/** Face and voice asked apart, nothing ticked beforehand; refusing leads to the staffed way. */
export function ConsentStep(props: {
  consent: Consent;
  onChange: (consent: Consent) => void;
  onNext: () => void;
}) {
  const { consent, onChange, onNext } = props;
  const say = useSay();
  return (
    <>
      <Words className="line">{say(texts.why)}</Words>
      <Tick
        id="consent-face"
        ticked={consent.face}
        title={say(texts.face)}
        words={say(texts.faceWords)}
        onChange={(face) => onChange({ ...consent, face })}
      />
      <Tick
        id="consent-voice"
        ticked={consent.voice}
        title={say(texts.voice)}
        words={say(texts.voiceWords)}
        onChange={(voice) => onChange({ ...consent, voice })}
      />
      <View className="choices">
        <ActionButton id="consent-next" label={say(texts.next)} disabled={!consent.face} onTap={onNext} />
        <ActionButton
          id="consent-refuse"
          label={say(texts.refuse)}
          weight="plain"
          onTap={() => void goInstead('help')}
        />
      </View>
      <StaffedWay />
    </>
  );
}
