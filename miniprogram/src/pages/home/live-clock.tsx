import { View, Text as Words } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { clockOf } from '../../ui/time-of.ts';

const second = 1_000;
const degreesASecond = 6;

/** The time in seconds, and a hand that moves with it: a picture of the card stands still. Not read out. */
export function LiveClock() {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), second);
    return () => clearInterval(ticking);
  }, []);
  const turned = degreesASecond * new Date(now).getSeconds();
  return (
    <View className="credential-clock">
      <View className="credential-dial">
        <View className="credential-hand" style={{ transform: `rotate(${turned}deg)` }} />
      </View>
      <Words>{clockOf(now)}</Words>
    </View>
  );
}
