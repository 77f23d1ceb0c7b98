import { Camera } from '@tarojs/components';
import Taro from '@tarojs/taro';
import type { PreviewEvents } from '../platform/camera/mounted-camera.ts';
import { permit } from '../platform/open/permit.weapp.ts';
import { openFaceFinder } from '../platform/sight/find-faces.weapp.ts';
import { interruptions } from '../platform/signals.ts';
import { type CameraKind, usePreview } from './use-preview-taro.ts';

const fill = { width: '100%', height: '100%' };
const rear: CameraKind = {
  context: () => Taro.createCameraContext(),
  mirror: () => 'no',
  permit: () => permit('camera'),
  findFaces: openFaceFinder,
};
const front: CameraKind = {
  ...rear,
  // Before 2.22.0 the mirror, which is the default, cannot be switched off.
  mirror: () => (Taro.canIUse('CameraContext.takePhoto.object.selfieMirror') ? 'unless-told' : 'yes'),
};

/** The preview in WeChat, which shows the front camera as a mirror by itself. It appears once the owner has agreed. */
export function CaptureView(events: PreviewEvents) {
  const { permitted, ready, refuse } = usePreview(events, events.facing === 'front' ? front : rear);
  return permitted ? (
    <Camera
      style={fill}
      devicePosition={events.facing === 'front' ? 'front' : 'back'}
      flash="off"
      resolution="low"
      frameSize="small"
      onInitDone={ready}
      onStop={() => interruptions.tell()}
      onError={refuse}
    />
  ) : null;
}
