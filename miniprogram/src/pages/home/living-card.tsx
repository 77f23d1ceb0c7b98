import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Tilt } from '../../platform/tilt/tilt-of-angles.ts';
import { watchTilt } from '../../platform/tilt/watch-tilt.ts';
import { aria } from '../../ui/aria.ts';
import { clockOf } from '../../ui/time-of.ts';
import { useSeen } from '../../ui/use-seen.ts';

const second = 1_000;
const degreesASecond = 6;

/** The time in seconds, and a hand that moves with it: a picture of the card stands still. Not read out. */
export function LiveClock() {
  const [now, setNow] = useState(() => Date.now());
  const seen = useSeen();
  useEffect(() => {
    if (!seen) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(ticking);
  }, [seen]);
  const turned = degreesASecond * new Date(now).getSeconds();
  return (
    <View className="credential-clock live">
      <View className="credential-dial">
        <View className="credential-hand" style={{ transform: `rotate(${turned}deg)` }} />
      </View>
      <Words>{clockOf(now)}</Words>
    </View>
  );
}

/** A light that runs over the card as the phone is moved, and rests where that cannot be read. */
export function CardLight() {
  const [{ across, along }, setTilt] = useState<Tilt>({ across: 0.4, along: 0 });
  const seen = useSeen();
  useEffect(() => (seen ? watchTilt(setTilt) : undefined), [seen]);
  const place = `translate(${Math.round(60 * across)}%, ${Math.round(20 * along)}%) rotate(18deg)`;
  return <View className="credential-light" style={{ transform: place }} {...aria({ hidden: true })} />;
}
