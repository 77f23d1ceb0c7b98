import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect, useRef } from 'react';
import { reportCamera } from '../platform/camera/mounted-camera.ts';
import { previewOf } from '../platform/camera/preview-taro.ts';
import { interrupt } from '../platform/interruptions.ts';
import { phoneClock } from '../platform/phone-clock.ts';
import { watchFrames } from '../platform/sight/watch-frames.ts';
import type { CaptureViewProps } from './capture-view-props.ts';

const fill = { width: '100%', height: '100%' };
/** Alipay finds a camera by the id of its component. */
const id = 'face-camera';

/** The preview in Alipay, which asks its owner by itself and shows the front camera as a mirror. */
export function CaptureView({ onReady, onRefused }: CaptureViewProps) {
  const endLook = useRef<() => void>();
  useEffect(() => {
    return () => {
      endLook.current?.();
      reportCamera(undefined);
    };
  }, []);
  const ready = (): void => {
    const context = Taro.createCameraContext(id);
    reportCamera(previewOf(context));
    endLook.current?.();
    endLook.current = watchFrames(context, phoneClock.now);
    onReady();
  };
  const refuse = (): void => {
    reportCamera('camera-refused');
    onRefused('camera-refused');
  };
  return (
    <Camera
      id={id}
      style={fill}
      devicePosition="front"
      flash="off"
      outputDimension="540P"
      frameSize="small"
      onReady={ready}
      onStop={interrupt}
      onError={refuse}
    />
  );
}
