import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { login } from '../../login/01-login.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { secureKeyTexts } from './secure-key-texts.ts';

type Stands = 'nothing-to-do' | 'offered' | 'working' | 'turned-away' | 'done';

/** Offers to sign by the phone's secure key, where it has one that has not signed: its owner turned away from it at the login. */
export function SecureKeyCard() {
  const say = useSay();
  const [stands, setStands] = useState<Stands>('nothing-to-do');
  const [problem, setProblem] = useState<HolderProblem>();
  useEffect(() => {
    isUnsigned().then(
      (unsigned) => {
        if (unsigned) setStands('offered');
      },
      () => undefined,
    );
  }, []);
  if (stands === 'nothing-to-do') return null;
  const confirm = (): void => {
    setProblem(undefined);
    setStands('working');
    openHolder()
      .then(login)
      .then(isUnsigned)
      .then((unsigned) => setStands(unsigned ? 'turned-away' : 'done'))
      .catch((cause: unknown) => {
        setStands('offered');
        setProblem(asProblem(cause));
      });
  };
  return (
    <Card heading={say(secureKeyTexts.heading)}>
      {stands === 'done' ? (
        <View id="secure-key-done">
          <Words>{say(secureKeyTexts.done)}</Words>
        </View>
      ) : (
        <>
          <Words>{say(secureKeyTexts.offer)}</Words>
          {stands === 'turned-away' ? <Words className="soft">{say(secureKeyTexts.turnedAway)}</Words> : null}
          {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
          <ActionButton
            id="secure-key-confirm"
            label={say(stands === 'working' ? secureKeyTexts.working : secureKeyTexts.confirm)}
            weight="plain"
            disabled={stands === 'working'}
            onTap={confirm}
          />
        </>
      )}
    </Card>
  );
}

async function isUnsigned(): Promise<boolean> {
  const { platform } = await openHolder();
  if (platform.secureKey === undefined || (await platform.storage.read('bound')) === 'signed') return false;
  return await platform.secureKey.ready().catch(() => false);
}
