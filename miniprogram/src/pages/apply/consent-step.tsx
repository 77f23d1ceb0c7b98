import { Text as Words } from '@tarojs/components';
import type { FaceTaker } from '../../../../shared/challenge.ts';
import type { Consent } from '../../../../shared/contract/attempt/03-challenge.ts';
import { faceTakerTexts } from '../../parts/face-taker-texts.ts';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { Tick } from '../../parts/tick.tsx';
import { goInstead } from '../../start/go.ts';
import { ActionBar, ActionButton } from '../../ui/action-button.tsx';
import { StandsBehind } from '../../ui/stands-behind.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Face and voice asked apart, nothing ticked beforehand; refusing leads to the staffed way. */
export function ConsentStep(props: {
  consent: Consent;
  faceBy: FaceTaker;
  onChange: (consent: Consent) => void;
  onNext: () => void;
}) {
  const { consent, faceBy, onChange, onNext } = props;
  const { face, faceWords } = faceBy === 'phone' ? texts : faceTakerTexts[faceBy];
  const say = useSay();
  return (
    <>
      <Words className="line">{say(texts.why)}</Words>
      <Tick
        id="consent-face"
        ticked={consent.face}
        title={say(face)}
        words={say(faceWords)}
        onChange={(ticked) => onChange({ ...consent, face: ticked })}
      />
      <Tick
        id="consent-voice"
        ticked={consent.voice}
        title={say(texts.voice)}
        words={say(texts.voiceWords)}
        onChange={(voice) => onChange({ ...consent, voice })}
      />
      {consent.face ? null : <Words className="soft">{say(texts.needFace)}</Words>}
      <StaffedWay />
      <StandsBehind />
      <ActionBar>
        <ActionButton id="consent-next" label={say(texts.next)} disabled={!consent.face} onTap={onNext} />
        <ActionButton
          id="consent-refuse"
          label={say(texts.refuse)}
          weight="plain"
          onTap={() => void goInstead('help')}
        />
      </ActionBar>
    </>
  );
}
