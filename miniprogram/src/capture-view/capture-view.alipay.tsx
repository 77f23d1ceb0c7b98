import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PreviewEvents } from '../platform/camera/mounted-camera.ts';
import { interruptions } from '../platform/signals.ts';
import { type CameraKind, usePreview } from './use-preview-taro.ts';

const fill = { width: '100%', height: '100%' };
/** Alipay finds a camera by the id of its component. */
const id = 'face-camera';
const kind: CameraKind = { context: () => Taro.createCameraContext(id), mirror: () => 'no' };

/** The preview in Alipay, which asks its owner by itself and shows the front camera as a mirror. */
export function CaptureView(events: PreviewEvents) {
  const { ready, refuse } = usePreview(events, kind);
  return (
    <Camera
      id={id}
      style={fill}
      devicePosition={events.facing === 'front' ? 'front' : 'back'}
      flash="off"
      outputDimension="540P"
      frameSize="small"
      onReady={ready}
      onStop={() => interruptions.tell()}
      onError={refuse}
    />
  );
}
