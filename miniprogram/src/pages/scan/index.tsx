import { Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { limits } from '../../../../shared/limits.ts';
import { HolderProblem } from '../../holder/holder-problem.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { DeviceError } from '../../platform/device-error.ts';
import { goInstead } from '../../start/go.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Field, FieldProblem } from '../../ui/field.tsx';
import { Page } from '../../ui/page.tsx';
import { useSay } from '../../ui/use-say.ts';
import '../../parts/ceremony.scss';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '扫码' });

/** Where the platform has a scanner it opens; a browser is told how to get the code, and a link can be pasted anywhere. */
export default function ScanPage() {
  const say = useSay();
  const [scanner, setScanner] = useState<() => Promise<string>>();
  const [missed, setMissed] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const [typed, setTyped] = useState('');
  useEffect(() => {
    openHolder()
      .then(({ platform }) => setScanner(() => platform.scan))
      .catch(() => undefined);
  }, []);
  const open = (code: string): void => void goInstead('confirm', { code });
  const scan = (): void => {
    setMissed(false);
    setProblem(undefined);
    scanner?.()
      .then(open)
      .catch((cause: unknown) => {
        if (cause instanceof DeviceError) setProblem(new HolderProblem(cause.code, { cause }));
        else setMissed(true);
      });
  };
  return (
    <Page title={texts.title} back>
      {problem === undefined ? (
        <Words className="line">{say(scanner === undefined ? texts.browser : texts.lead)}</Words>
      ) : (
        <ProblemPanel problem={problem} onRetry={scan} />
      )}
      {scanner === undefined || problem !== undefined ? null : (
        <ActionButton id="scan" label={say(texts.scan)} symbol="scan" onTap={scan} />
      )}
      {missed ? <FieldProblem words={say(texts.unreadable)} /> : null}
      <Field
        id="code-input"
        label={say(texts.byHand)}
        value={typed}
        longest={limits.scannedText}
        hint={say(texts.hint)}
        onType={(value) => setTyped(value.trim())}
      />
      <ActionButton
        id="code-open"
        label={say(texts.open)}
        weight="plain"
        disabled={typed === ''}
        onTap={() => open(typed)}
      />
      {problem === undefined ? (
        <>
          <HomeButton />
          <StaffedWay />
        </>
      ) : null}
    </Page>
  );
}
