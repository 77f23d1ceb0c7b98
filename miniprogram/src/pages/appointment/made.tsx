import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import type { Appointment } from '../../../../shared/contract/raise/appointment.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { Facts } from '../../parts/facts.tsx';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { useName } from '../../parts/use-name.ts';
import { cancelAppointment } from '../../raise/cancel-appointment.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { ActionButton, ActionPair } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { Card } from '../../ui/card.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { dayText } from './days.ts';
import { partTexts, phoneText, texts } from './texts.ts';

/** The code, large; where and when; what to bring; and what the code is not. */
export function Made(props: { appointment: Appointment; now: number; onCancelled: () => void }) {
  const { appointment, now, onCancelled } = props;
  const { code, point, day, part } = appointment;
  const say = useSay();
  const name = useName();
  return (
    <>
      <View
        className="appointment"
        {...aria({ role: 'img', label: `${say(texts.code)} ${[...code].join(' ')}` })}
      >
        <Words className="appointment-name">{say(texts.code)}</Words>
        <Words id="appointment-code" className="appointment-code">
          {`${code.slice(0, 3)}\u2009${code.slice(3)}`}
        </Words>
      </View>
      <Words className="line">{say(texts.sayIt)}</Words>
      <Facts
        id="appointment-facts"
        facts={[
          {
            name: say(texts.when),
            value: `${say(dayText(day, now))} ${say(partTexts[part])}`,
            live: true,
          },
          { name: say(texts.place), value: name(point.name) },
          { name: say(texts.address), value: name(point.address) },
          { name: say(texts.hours), value: name(point.hours) },
          { name: say(texts.phone), value: phoneText(point.phone) },
        ]}
      />
      <Card heading={say(texts.bring)}>
        {[texts.bringCard, texts.bringPhone, texts.bringNobody].map((each, place) => (
          <View key={each.en} className="step">
            <Words className="step-number">{place + 1}</Words>
            <Words className="step-words">{say(each)}</Words>
          </View>
        ))}
      </Card>
      <Notice tone="information" text={say(texts.noProof)} />
      <Words className="footnote">{say(texts.late)}</Words>
      <Cancel appointment={appointment} onCancelled={onCancelled} />
      <HomeButton />
    </>
  );
}

function Cancel({ appointment, onCancelled }: { appointment: Appointment; onCancelled: () => void }) {
  const say = useSay();
  const [step, setStep] = useState<'offered' | 'asked' | 'working'>('offered');
  const [problem, setProblem] = useState<HolderProblem>();
  if (step === 'offered')
    return (
      <ActionButton id="cancel" label={say(texts.cancel)} weight="plain" onTap={() => setStep('asked')} />
    );
  const cancel = async (): Promise<void> => {
    setProblem(undefined);
    setStep('working');
    try {
      await cancelAppointment(await ensureLoggedIn(), appointment);
      onCancelled();
    } catch (cause) {
      setProblem(asProblem(cause));
      setStep('asked');
    }
  };
  const working = step === 'working';
  return (
    <Notice tone="attention" text={say(texts.askCancel)} next={say(texts.askCancelNext)}>
      {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
      <ActionPair
        first={{ id: 'cancel-no', label: say(texts.cancelNo), onTap: () => setStep('offered') }}
        second={{
          id: 'cancel-yes',
          label: say(working ? texts.cancelling : texts.cancelYes),
          disabled: working,
          onTap: () => void cancel(),
        }}
      />
    </Notice>
  );
}
