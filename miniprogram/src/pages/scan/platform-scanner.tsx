import { Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { HolderProblem } from '../../holder/holder-problem.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { DeviceError } from '../../platform/device-error.ts';
import { openHolder } from '../../start/open-holder.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { FieldProblem } from '../../ui/field.tsx';
import { useSay } from '../../ui/use-say.ts';
import { texts } from './texts.ts';

/** Opens the scanner of WeChat or Alipay. */
export function PlatformScanner({ onCode }: { onCode: (code: string) => void }) {
  const say = useSay();
  const [missed, setMissed] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const scan = (): void => {
    setMissed(false);
    setProblem(undefined);
    openHolder()
      .then(({ platform }) => platform.scan?.())
      .then((code) => (code === undefined ? setMissed(true) : onCode(code)))
      .catch((cause: unknown) => {
        if (cause instanceof DeviceError) setProblem(new HolderProblem(cause.code, { cause }));
        else setMissed(true);
      });
  };
  if (problem !== undefined) return <ProblemPanel problem={problem} onRetry={scan} />;
  return (
    <>
      <Words className="line">{say(texts.lead)}</Words>
      <ActionButton id="scan" label={say(texts.scan)} symbol="scan" onTap={scan} />
      {missed ? <FieldProblem words={say(texts.unreadable)} /> : null}
      <HomeButton />
      <StaffedWay />
    </>
  );
}
