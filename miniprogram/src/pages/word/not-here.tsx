import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import type { Journey } from '../../journey/journey.ts';
import { switchToStaff } from '../../journey/switch-to-staff.ts';
import { goInstead } from '../../start/go.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { uiTexts } from '../../ui/texts.ts';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** For whoever is led to say the digits to somebody who does not sit before them: ends the check, and the digits with it. */
export function NotHere({ journey }: { journey: Journey }) {
  const say = useSay();
  const [ending, setEnding] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const { id } = journey.view;
  const end = (): void => {
    setEnding(true);
    setProblem(undefined);
    switchToStaff(journey)
      .then(() => goInstead('result', { session: id, why: 'not-here' }))
      .catch((cause: unknown) => {
        const failed = asProblem(cause);
        if (failed.code === 'session-over') return void goInstead('result', { session: id });
        setProblem(failed);
        setEnding(false);
      });
  };
  return (
    <View className="choices">
      <Words className="line">{say(texts.elsewhere)}</Words>
      {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
      <ActionButton
        id="not-here"
        label={say(ending ? uiTexts.working : texts.notHere)}
        weight="plain"
        disabled={ending}
        onTap={end}
      />
    </View>
  );
}
