import { View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import type { Tilt } from '../../platform/tilt/tilt-of-angles.ts';
import { watchTilt } from '../../platform/tilt/watch-tilt.ts';
import { aria } from '../../ui/aria.ts';

/** A light that runs over the card as the phone is moved, and rests where that cannot be read. */
export function CardLight() {
  const [{ across, along }, setTilt] = useState<Tilt>({ across: 0.4, along: 0 });
  useEffect(() => watchTilt(setTilt), []);
  const place = `translate(${Math.round(60 * across)}%, ${Math.round(20 * along)}%) rotate(18deg)`;
  return <View className="credential-light" style={{ transform: place }} {...aria({ hidden: true })} />;
}
