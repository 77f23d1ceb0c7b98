import { View } from '@tarojs/components';
import { useEffect } from 'react';
import type { Text } from '../../../shared/text.ts';
import { type HolderProblem, nextText, problemText } from '../holder/holder-problem.ts';
import type { Journey } from '../journey/journey.ts';
import { mayLeaveOutVoice } from '../journey/leave-out-voice.ts';
import { tryWithoutVoice } from '../start/current-journey.ts';
import { go, goInstead, goOnly } from '../start/go.ts';
import { logOutIfVoided } from '../start/log-out.ts';
import { openHolder } from '../start/open-holder.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { uiTexts } from '../ui/texts.ts';
import { useCountdown } from '../ui/use-countdown.ts';
import { useSay } from '../ui/use-say.ts';
import { goOn } from './go-on.ts';
import { StaffedWay } from './staffed-way.tsx';
import { SwitchToStaff } from './switch-to-staff.tsx';
import { texts } from './texts.ts';
import { type WayOut, wayOut } from './way-out.ts';

interface Shown {
  problem: HolderProblem;
  /** Does again what failed; signing in is part of it where it is needed. */
  onRetry: () => void;
  /** The check that it happened in: its counter can be told that the person goes to the staff. */
  check?: Journey | undefined;
}

/**
 * What went wrong in plain words, and the one thing to do next; nobody is left without a way, and in a check the staff are one tap away.
 * What is done again waits as long as the BFF asks for, and says so.
 */
export function ProblemPanel({ problem, onRetry, check }: Shown) {
  const say = useSay();
  const way = wayOut(problem, {
    opensSettings: process.env.TARO_ENV !== 'h5',
    inCheck: check?.view.asks !== undefined,
    voiceMayGo: check !== undefined && mayLeaveOutVoice(check),
  });
  const { label, act } = waysOut[way];
  const [wait, startWait] = useCountdown();
  const { retryAfter = 0 } = problem;
  useEffect(() => {
    void logOutIfVoided(problem);
    startWait(retryAfter);
  }, [problem, retryAfter, startWait]);
  const waits = wait > 0 && retries.includes(way);
  // Where nothing helps on the phone, a counter that waits is told: whoever only goes home leaves it waiting.
  const staffNext = way === 'home' && check?.view.asks !== undefined;
  return (
    <View id="problem" className={`problem problem-${problem.code}`}>
      <Notice tone="attention" text={say(problemText(problem.code))} next={say(nextWords(problem, way))} />
      {staffNext ? null : (
        <ActionButton
          id={way}
          label={waits ? `${wait} ${say(uiTexts.waitSeconds)}` : say(label)}
          disabled={waits}
          live={waits}
          onTap={() => void act(onRetry, check)}
        />
      )}
      {way === 'open-settings' ? (
        <ActionButton id="try-again" label={say(texts.tryAgain)} weight="plain" onTap={onRetry} />
      ) : null}
      {check === undefined ? null : <SwitchToStaff journey={check} weight={staffNext ? 'strong' : 'plain'} />}
      {way === 'home' && !staffNext ? null : <HomeButton />}
      {check === undefined ? <StaffedWay /> : null}
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
  if (way === 'without-voice') return texts.withoutVoiceNext;
  return nextText(problem);
}

/** What sends the same again. */
const retries: readonly WayOut[] = ['try-again', 'sign-in'];

const waysOut: Record<WayOut, { label: Text; act: (retry: () => void, check?: Journey) => unknown }> = {
  'sign-in': { label: texts.signIn, act: (retry) => retry() },
  'scan-again': { label: texts.scanAgain, act: () => goInstead('scan') },
  'apply-first': { label: texts.applyFirst, act: () => goInstead('apply') },
  'raise-help': { label: texts.raiseHelp, act: () => go('help', { about: 'raise' }) },
  manage: { label: texts.manage, act: () => go('manage') },
  'bring-along': { label: texts.bringAlong, act: () => go('move') },
  family: { label: texts.family, act: () => goInstead('family') },
  'open-settings': { label: texts.openSettings, act: openSettings },
  'try-again': { label: texts.tryAgain, act: (retry) => retry() },
  'back-to-check': {
    label: texts.backToCheck,
    act: (_, check) => goInstead('confirm', { session: check?.view.id ?? '' }),
  },
  'without-voice': { label: texts.withoutVoice, act: goOnWithoutVoice },
  home: { label: uiTexts.home, act: () => goOnly('home') },
};

/** By the face alone: what cannot be heard is no reason to go to the staff. Where that fails, the step is tried again and says why. */
async function goOnWithoutVoice(retry: () => void, check?: Journey): Promise<void> {
  if (check === undefined) return retry();
  await tryWithoutVoice(check).then(goOn, retry);
}

/** Where the platform has no settings page to open, asking again is the way. */
async function openSettings(retry: () => void): Promise<void> {
  const { platform } = await openHolder();
  if (platform.openSettings === undefined) retry();
  else await platform.openSettings();
}
