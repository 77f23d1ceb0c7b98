import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { textsForFamily } from '../../../../shared/consent/texts-for-family.ts';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import { ableFor } from '../../family/able-for.ts';
import { calledOf, type Family, nameOf } from '../../family/ward-names.ts';
import { agree } from '../../journey/answer.ts';
import type { Journey } from '../../journey/journey.ts';
import { CheckPage } from '../../parts/check-page.tsx';
import { Deadline } from '../../parts/deadline.tsx';
import { SwitchToStaff } from '../../parts/switch-to-staff.tsx';
import type { Facing } from '../../platform/camera/mounted-camera.ts';
import { journeyOf } from '../../start/current-journey.ts';
import { goBack, goInstead } from '../../start/go.ts';
import { ActionBar, ActionPair } from '../../ui/action-button.tsx';
import { LinkRow } from '../../ui/link-row.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { Steps } from '../../ui/steps.tsx';
import { useSay } from '../../ui/use-say.ts';
import { AskerFacts } from './asker-facts.tsx';
import { chosen, texts } from './texts.ts';
import { wardTexts } from './ward-texts.ts';
import { WhoHolds } from './who-holds.tsx';

/** For whom the check of a counter is: for one of the wards who may, and then the question about that ward's face. */
export function Choose({ session, family }: { session: string; family: Family }) {
  const say = useSay();
  const [ward, setWard] = useState<DelegationView>();
  const journey = journeyOf(session);
  const isLost = journey?.view.asks === undefined;
  useEffect(() => {
    // After a reload the check is asked for anew.
    if (isLost) void goInstead('confirm', { session });
  }, [isLost, session]);
  if (journey === undefined || isLost) {
    return (
      <Page title={texts.forWhom} back>
        <Progress label={say(texts.reading)} />
      </Page>
    );
  }
  if (ward === undefined) return <Whom journey={journey} family={family} onWard={setWard} />;
  return <Face journey={journey} ward={ward} family={family} onBack={() => setWard(undefined)} />;
}

function Whom(props: { journey: Journey; family: Family; onWard: (ward: DelegationView) => void }) {
  const { journey, family, onWard } = props;
  const say = useSay();
  const { asks } = journey.view;
  const able = asks === undefined ? [] : ableFor(asks, family.delegations);
  return (
    <CheckPage title={texts.forWhom} journey={journey} back>
      {able.length === 0 ? (
        <Notice tone="information" text={say(texts.noneFits)} next={say(texts.noneFitsNext)} />
      ) : null}
      <View className="rows">
        {able.map((each) => (
          <LinkRow
            key={each.delegationId}
            id={`for-${each.delegationId}`}
            label={say(nameOf(each, family))}
            onTap={() => onWard(each)}
          />
        ))}
        <LinkRow id="for-me" label={say(texts.forMe)} onTap={() => void goBack()} />
      </View>
      <Deadline journey={journey} />
    </CheckPage>
  );
}

/** Who asks and whose face it is about: agreed to by the owner, for this once. Then who will hold the phone. */
function Face(props: { journey: Journey; ward: DelegationView; family: Family; onBack: () => void }) {
  const { journey, ward, family, onBack } = props;
  const say = useSay();
  const { asks, id } = journey.view;
  const name = calledOf(ward, family);
  const [agreed, setAgreed] = useState(false);
  const { phone: asked } = textsForFamily.ward;
  const take = (facing: Facing): void => {
    const taking = { facing, ...wardTexts(name, facing) };
    journey.ward = { delegationId: ward.delegationId, name, taking };
    agree(journey, { face: true, voice: false });
    void goInstead('face', { session: id });
  };
  if (agreed) {
    return <WhoHolds journey={journey} name={name} onBack={() => setAgreed(false)} onChoose={take} />;
  }
  if (asks === undefined) return null;
  return (
    <CheckPage title={chosen(name)} journey={journey} barred>
      <Steps at={1} of={2} />
      <AskerFacts asks={asks} />
      <Words className="question">{say(asked.title)}</Words>
      <Words className="line">{say(asked.words)}</Words>
      <Words className="line">{say(texts.faceHow)}</Words>
      <SwitchToStaff journey={journey} />
      <ActionBar>
        <Deadline journey={journey} />
        <ActionPair
          first={{ id: 'not-ward', label: say(texts.decline), onTap: onBack }}
          second={{
            id: 'agree-face',
            label: say(texts.agree),
            weight: 'strong',
            onTap: () => setAgreed(true),
          }}
        />
      </ActionBar>
    </CheckPage>
  );
}
