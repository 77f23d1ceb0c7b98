import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { aria } from '../../ui/aria.ts';
import { useSay } from '../../ui/use-say.ts';
import { ringShare } from './ring-share.ts';
import { texts } from './texts.ts';

/** Milliseconds from one position of the ring to the next. */
const every = 100;

/** How far the capture has come, as a ring round the oval that moves on while a step lasts. */
export function Ring({ step, steps, lasts }: { step: number; steps: number; lasts: number }) {
  const say = useSay();
  const [share, setShare] = useState(0);
  useEffect(() => {
    const began = Date.now();
    const move = (): void => setShare(ringShare({ step, steps, lasts }, Date.now() - began));
    move();
    const timer = setInterval(move, every);
    return () => clearInterval(timer);
  }, [step, steps, lasts]);
  return (
    <View
      className="ring"
      style={{ backgroundImage: `conic-gradient(var(--lit) ${share.toFixed(3)}turn, transparent 0)` }}
      {...aria({ role: 'img', label: `${say(texts.step)} ${step}/${steps}` })}
    />
  );
}
