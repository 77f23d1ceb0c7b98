import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { reportCamera } from '../platform/mounted-camera.ts';
import { previewOf } from '../platform/preview-taro.ts';
import type { CaptureViewProps } from './capture-view-props.ts';

const fill = { width: '100%', height: '100%' };
/** Alipay finds a camera by the id of its component. */
const id = 'face-camera';

/** The preview in Alipay, which asks its owner by itself and shows the front camera as a mirror. */
export function CaptureView({ onReady, onRefused }: CaptureViewProps) {
  useEffect(() => () => reportCamera(undefined), []);
  const ready = (): void => {
    reportCamera(previewOf(Taro.createCameraContext(id)));
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
      onReady={ready}
      onError={refuse}
    />
  );
}
