import { View, Text as Words } from '@tarojs/components';
import { useState } from 'react';
import { plainCode } from '../../../../shared/counter-code/plain-code.ts';
import { ScanView } from '../../capture-view/scan-view.tsx';
import { HolderProblem } from '../../holder/holder-problem.ts';
import { HomeButton, ProblemPanel } from '../../parts/problem-panel.tsx';
import { StaffedWay } from '../../parts/staffed-way.tsx';
import { ActionButton } from '../../ui/action-button.tsx';
import { aria } from '../../ui/aria.ts';
import { FieldProblem } from '../../ui/field.tsx';
import { useSay } from '../../ui/use-say.ts';
import { useSeen } from '../../ui/use-seen.ts';
import './index.scss';
import { texts } from './texts.ts';

/** A browser's scanner: the picture stays in the page, and the camera is let go of as soon as nobody sees it. */
export function PageScanner({ onCode }: { onCode: (code: string) => void }) {
  const say = useSay();
  const seen = useSeen();
  const [camera, setCamera] = useState<{ torch: boolean }>();
  const [lit, setLit] = useState(false);
  const [other, setOther] = useState(false);
  const [problem, setProblem] = useState<HolderProblem>();
  const found = (text: string): void => {
    const code = plainCode(text);
    setOther(code === undefined);
    if (code !== undefined) onCode(code);
  };
  const again = (): void => {
    setCamera(undefined);
    setLit(false);
    setProblem(undefined);
  };
  if (problem !== undefined) {
    return (
      <>
        <ProblemPanel problem={problem} onRetry={again} />
        <Words className="line">{say(texts.otherWay)}</Words>
      </>
    );
  }
  return (
    <>
      <View {...aria({ role: 'status', live: 'polite' })}>
        <Words className="line">{say(camera === undefined ? texts.opening : texts.aim)}</Words>
      </View>
      <View id="scan-frame" className="scan-frame">
        {seen ? (
          <ScanView
            lit={lit}
            onReady={setCamera}
            onFound={found}
            onRefused={(code) => setProblem(new HolderProblem(code))}
          />
        ) : null}
        <View className="scan-target" {...aria({ hidden: true })} />
      </View>
      {other ? <FieldProblem words={say(texts.other)} /> : null}
      {camera?.torch === true ? (
        <ActionButton
          id="torch"
          label={say(lit ? texts.dark : texts.light)}
          weight="plain"
          onTap={() => setLit(!lit)}
        />
      ) : null}
      <HomeButton />
      <StaffedWay />
    </>
  );
}
