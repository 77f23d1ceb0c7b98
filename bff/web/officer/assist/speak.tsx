import { useEffect, useRef, useState } from 'preact/hooks';
import { Act } from '../../staff/parts/act.tsx';
import { Say } from '../../staff/say.tsx';
import { Step } from '../step.tsx';
import { type Recording, recordVoice } from './record-voice.ts';

/**
 * The digits, large enough to be read from where the guest stands: on the screen only while the microphone of this computer is open, and never in
 * a screen reader's mouth. Nothing else is said meanwhile.
 */
export function Speak({ digits, give }: { digits: string; give: (packed: Uint8Array) => Promise<void> }) {
  const recording = useRef<Recording>();
  const gone = useRef(false);
  const [listens, setListens] = useState(false);
  useEffect(
    () => () => {
      gone.current = true;
      recording.current?.drop();
    },
    [],
  );
  async function turn(): Promise<void> {
    if (recording.current === undefined) {
      const opened = await recordVoice();
      // It may have been left while the browser asked whether the microphone may be opened.
      if (gone.current) return opened.drop();
      recording.current = opened;
      setListens(true);
      return;
    }
    const made = await recording.current.stop();
    recording.current = undefined;
    setListens(false);
    await give(made);
  }
  return (
    <Step
      title={{ zh: '请念 6 位数字', en: 'Say six digits' }}
      hint={{
        zh: '按下按钮，屏幕上就出现数字。请靠近电脑，用平常的声音\u200b念出来，\u200b念完再按一次。“0”\u2060念\u00a0líng，“1”\u2060念\u00a0yī，“2”\u2060念\u00a0èr。',
        en: 'The digits appear as you press. Near the computer, in your usual voice, in Mandarin, one after the other; press again when all are said. 0 is líng, 1 is yī, 2 is èr.',
      }}
      focus="speak"
    >
      <p class="digits" aria-hidden="true">
        {listens ? [...digits].join(' ') : '· · · · · ·'}
      </p>
      <Act work={turn} id="speak" main>
        {listens ? <Say zh="念完了" en="All said" /> : <Say zh="开始念" en="Begin" />}
      </Act>
    </Step>
  );
}
