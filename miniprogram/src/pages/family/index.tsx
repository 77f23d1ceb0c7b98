import { useState } from 'react';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import type { Text } from '../../../../shared/text.ts';
import { listDelegations } from '../../family/list-delegations.ts';
import { type Family, keepNames, readNames } from '../../family/ward-names.ts';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useWork } from '../../parts/use-work.ts';
import { ensureLoggedIn } from '../../start/ensure-logged-in.ts';
import { phoneStorage } from '../../start/open-holder.ts';
import { Page } from '../../ui/page.tsx';
import { Progress } from '../../ui/progress.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import './family.scss';
import { Choose } from './choose.tsx';
import { EndQuestion } from './end-question.tsx';
import { GivenCode } from './given-code.tsx';
import { List } from './list.tsx';
import { Rename } from './rename.tsx';
import { texts } from './texts.ts';
import { Ward } from './ward.tsx';

definePageConfig({ navigationBarTitleText: '家人' });

type Step = { at: 'list'; said?: Text } | { at: 'ward' | 'code' | 'name' | 'end'; id: string };

/**
 * For whom the owner answers: who may do what and until when, renewal, end, a code for a terminal, and what waits for consent. `session`: a check of a counter that is
 * to be chosen for one of them.
 */
export default function FamilyPage() {
  const say = useSay();
  const { session } = usePageParameters();
  const [step, setStep] = useState<Step>({ at: 'list' });
  const [family, setFamily] = useState<Family>();
  const { problem, again } = useWork(async (isHere) => {
    const list = await listDelegations(await ensureLoggedIn());
    const names = await readNames(phoneStorage());
    await keepNames(phoneStorage(), { ...list, names });
    if (isHere()) setFamily({ ...list, names });
  });
  if (problem !== undefined || family === undefined) {
    return (
      <Page title={texts.title} back>
        {problem === undefined ? (
          <Progress label={say(texts.reading)} />
        ) : (
          <ProblemPanel problem={problem} onRetry={again} />
        )}
      </Page>
    );
  }
  if (session !== undefined) return <Choose session={session} family={family} />;
  const changed = (next: Step): void => {
    setFamily(undefined);
    setStep(next);
    again();
  };
  const ward = step.at === 'list' ? undefined : wardOf(family, step.id);
  if (step.at === 'list' || ward === undefined) {
    return (
      <List
        family={family}
        said={step.at === 'list' ? step.said : undefined}
        onChanged={(said) => changed({ at: 'list', said })}
        onWard={({ delegationId: id }) => setStep({ at: 'ward', id })}
      />
    );
  }
  const { id } = step;
  const toWard = (): void => setStep({ at: 'ward', id });
  const common = { ward, family, onBack: toWard };
  switch (step.at) {
    case 'code':
      return <GivenCode {...common} />;
    case 'name':
      return (
        <Rename
          {...common}
          onName={(name) => {
            const renamed = { ...family, names: { ...family.names, [id]: name } };
            setFamily(renamed);
            void keepNames(phoneStorage(), renamed);
            toWard();
          }}
        />
      );
    case 'end':
      return <EndQuestion {...common} onEnded={() => changed({ at: 'list', said: texts.ended })} />;
    case 'ward':
      return (
        <Ward
          {...common}
          onBack={() => setStep({ at: 'list' })}
          onChanged={(said) => changed(said === undefined ? step : { at: 'list', said })}
          onStep={(at) => setStep({ at, id })}
        />
      );
  }
}

/** One that has ended meanwhile is seen in the list alone. */
function wardOf({ delegations }: Family, id: string): DelegationView | undefined {
  return delegations.find(({ delegationId, state }) => delegationId === id && state !== 'ended');
}
