import { Text as Words } from '@tarojs/components';
import type { FaceTaker } from '../../../../shared/challenge.ts';
import { textsAtOpening } from '../../../../shared/consent/texts-at-opening.ts';
import type { Consent } from '../../../../shared/contract/attempt/03-challenge.ts';
import type { Text } from '../../../../shared/text.ts';
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
  /** In which words it is asked. */
  form: 'apply' | 'move';
  /** What it is for. */
  why: Text;
  onChange: (consent: Consent) => void;
  onNext: () => void;
}) {
  const { consent, faceBy, form, why, onChange, onNext } = props;
  const { [faceBy]: face, voice } = textsAtOpening[form];
  const say = useSay();
  return (
    <>
      <Words className="line">{say(why)}</Words>
      <Tick
        id="consent-face"
        ticked={consent.face}
        title={say(face.title)}
        words={say(face.words)}
        onChange={(ticked) => onChange({ ...consent, face: ticked })}
      />
      <Tick
        id="consent-voice"
        ticked={consent.voice}
        title={say(voice.title)}
        words={say(voice.words)}
        onChange={(ticked) => onChange({ ...consent, voice: ticked })}
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
