import Taro from '@tarojs/taro';
import { type Tilt, tiltOfAngles } from './tilt-of-angles.ts';

/**
 * Calls `listener` with how the phone is held; the answer ends it. A phone that cannot tell is no fault. Who asked for less motion is
 * spared it by the styles: mini-programs cannot ask.
 */
export function watchTilt(listener: (tilt: Tilt) => void): () => void {
  const hear = tiltOfAngles(listener);
  try {
    Taro.onDeviceMotionChange(hear);
    Taro.startDeviceMotionListening({ interval: 'ui', fail: () => undefined });
  } catch {
    return () => undefined;
  }
  return () => {
    Taro.offDeviceMotionChange(hear);
    Taro.stopDeviceMotionListening({ fail: () => undefined });
  };
}
