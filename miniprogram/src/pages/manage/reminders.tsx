import { Text as Words } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { OwnCredential, Reminders as Told } from '../../holder/answers.ts';
import { asProblem, type HolderProblem } from '../../holder/holder-problem.ts';
import { endReminders, readReminders, wantReminders } from '../../protect/reminders.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Card } from '../../ui/card.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useSay } from '../../ui/use-say.ts';
import { reminderTexts as texts } from './reminder-texts.ts';

/**
 * How the holder is told before the credential ends. Asked here, where its end stands, by a tap, as the platforms demand; nobody is asked on the
 * way to a counter. Where it has no end there is nothing to ask.
 */
export function Reminders({ credential }: { credential: OwnCredential }) {
  const say = useSay();
  const [told, setTold] = useState<Told>();
  const [refused, setRefused] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const [working, setWorking] = useState(false);
  const ends = credential.state !== 'none' && credential.state !== 'void' && credential.endsAt !== undefined;
  const asked = useRef(false);
  useEffect(() => {
    if (!ends || asked.current) return;
    asked.current = true;
    openHolder()
      .then(readReminders)
      .then(setTold, () => setTold(undefined));
  }, [ends]);
  if (!ends) return null;
  const change = (act: () => Promise<Told | undefined>): void => {
    setProblem(undefined);
    setRefused(false);
    setWorking(true);
    act()
      .then((now) => (now === undefined ? setRefused(true) : setTold(now)))
      .catch((cause: unknown) => setProblem(asProblem(cause)))
      .finally(() => setWorking(false));
  };
  return (
    <Card heading={say(texts.heading)}>
      <Words>{say(texts.always)}</Words>
      {told?.by === undefined ? null : (
        <>
          <Words>{say(told.on ? texts.on[told.by] : texts.off[told.by])}</Words>
          {refused ? <Words className="soft">{say(texts.refused)}</Words> : null}
          {problem === undefined ? null : <ProblemNotice problem={problem} wordsOnly />}
          <ActionButton
            id={told.on ? 'reminders-end' : 'reminders-want'}
            label={say(told.on ? texts.end : texts.want)}
            weight="plain"
            disabled={working}
            onTap={() =>
              change(async () => {
                const holder = await openHolder();
                return await (told.on ? endReminders(holder) : wantReminders(holder, told));
              })
            }
          />
        </>
      )}
    </Card>
  );
}
