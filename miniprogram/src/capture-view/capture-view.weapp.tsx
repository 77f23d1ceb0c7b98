import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { reportCamera } from '../platform/camera/mounted-camera.ts';
import { previewOf } from '../platform/camera/preview-taro.ts';
import { interrupt } from '../platform/interruptions.ts';
import { permit } from '../platform/open/permit.weapp.ts';
import { phoneClock } from '../platform/phone-clock.ts';
import { openFaceFinder } from '../platform/sight/find-faces.weapp.ts';
import { watchFrames } from '../platform/sight/watch-frames.ts';
import type { CaptureViewProps } from './capture-view-props.ts';

const fill = { width: '100%', height: '100%' };

/** The preview in WeChat, which shows the front camera as a mirror by itself. It appears once the owner has agreed. */
export function CaptureView({ onReady, onRefused }: CaptureViewProps) {
  const [permitted, setPermitted] = useState(false);
  const endLook = useRef<() => void>();
  const told = useRef({ onReady, onRefused });
  told.current = { onReady, onRefused };
  useEffect(() => {
    let gone = false;
    permit('camera').then(
      () => gone || setPermitted(true),
      () => gone || refuse(told.current),
    );
    return () => {
      gone = true;
      endLook.current?.();
      reportCamera(undefined);
    };
  }, []);
  const ready = (): void => {
    const context = Taro.createCameraContext();
    reportCamera(previewOf(context));
    endLook.current?.();
    endLook.current = watchFrames(context, phoneClock.now, openFaceFinder(phoneClock.now));
    told.current.onReady();
  };
  return permitted ? (
    <Camera
      style={fill}
      devicePosition="front"
      flash="off"
      resolution="low"
      frameSize="small"
      onInitDone={ready}
      onStop={interrupt}
      onError={() => refuse(told.current)}
    />
  ) : null;
}

function refuse({ onRefused }: CaptureViewProps): void {
  reportCamera('camera-refused');
  onRefused('camera-refused');
}
