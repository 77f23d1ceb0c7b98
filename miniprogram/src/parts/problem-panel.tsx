import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import { type HolderProblem, nextText, problemText } from '../holder/holder-problem.ts';
import { go, goInstead, goOnly } from '../start/go.ts';
import { logOutIfVoided } from '../start/log-out.ts';
import { openHolder } from '../start/open-holder.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { uiTexts } from '../ui/texts.ts';
import { useSay } from '../ui/use-say.ts';
import { StaffedWay } from './staffed-way.tsx';
import { texts } from './texts.ts';
import { type WayOut, wayOut } from './way-out.ts';

interface Shown {
  problem: HolderProblem;
  /** Does again what failed; signing in is part of it where it is needed. */
  onRetry: () => void;
}

/** What went wrong in plain words, and the one thing to do next; nobody is left without a way. */
export function ProblemPanel({ problem, onRetry }: Shown) {
  const say = useSay();
  const way = wayOut(problem, process.env.TARO_ENV !== 'h5');
  const { label, act } = waysOut[way];
  useEffect(() => void logOutIfVoided(problem), [problem]);
  return (
    <View id="problem" className={`problem problem-${problem.code}`}>
      <Notice tone="attention" text={say(problemText(problem.code))} next={say(nextWords(problem, way))} />
      <ActionButton id={way} label={say(label)} onTap={() => void act(onRetry)} />
      {way === 'open-settings' ? (
        <ActionButton id="try-again" label={say(texts.tryAgain)} weight="plain" onTap={onRetry} />
      ) : null}
      {way === 'home' ? null : <HomeButton />}
      <StaffedWay />
    </View>
  );
}

export function HomeButton() {
  const say = useSay();
  return (
    <ActionButton id="go-home" label={say(uiTexts.home)} weight="plain" onTap={() => void goOnly('home')} />
  );
}

function nextWords(problem: HolderProblem, way: WayOut): Text {
  if (way === 'sign-in') return texts.afterSignIn;
  return nextText(problem);
}

const waysOut: Record<WayOut, { label: Text; act: (retry: () => void) => unknown }> = {
  'sign-in': { label: texts.signIn, act: (retry) => retry() },
  'scan-again': { label: texts.scanAgain, act: () => goInstead('scan') },
  'apply-first': { label: texts.applyFirst, act: () => goInstead('apply') },
  'raise-help': { label: texts.raiseHelp, act: () => go('help', { about: 'raise' }) },
  'open-settings': { label: texts.openSettings, act: openSettings },
  'try-again': { label: texts.tryAgain, act: (retry) => retry() },
  home: { label: uiTexts.home, act: () => goOnly('home') },
};

/** Where the platform has no settings page to open, asking again is the way. */
async function openSettings(retry: () => void): Promise<void> {
  const { platform } = await openHolder();
  if (platform.openSettings === undefined) retry();
  else await platform.openSettings();
}
