import type Taro from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { cameraRefusal } from '../platform/camera/camera-refusal-taro.ts';
import { type CameraRefusal, type PreviewEvents, reportCamera } from '../platform/camera/mounted-camera.ts';
import { type Mirror, previewOf } from '../platform/camera/preview-taro.ts';
import { phoneClock } from '../platform/phone-clock.ts';
import { type FaceFinder, watchFrames } from '../platform/sight/watch-frames.ts';

/** In what the Camera components of WeChat and Alipay differ. */
export interface CameraKind {
  context: () => Taro.CameraContext;
  /** Whether its pictures are mirrors, as its preview is. Asked when the camera is ready. */
  mirror: () => Mirror;
  /** Has the owner allow the camera before it is shown, where it does not ask by itself. */
  permit?: () => Promise<void>;
  findFaces?: (now: () => number) => FaceFinder | undefined;
}

/**
 * Hands a Camera component that is on the page to the platform, and takes it back when the page leaves. `permitted` says
 * when to show it; `ready` and `refuse` are what the component calls. `kind` is the same at each call.
 */
export function usePreview(events: PreviewEvents, kind: CameraKind) {
  const [permitted, setPermitted] = useState(kind.permit === undefined);
  const endLook = useRef<() => void>();
  const told = useRef(events);
  told.current = events;
  const here = useRef(true);
  const tell = useRef((code: CameraRefusal): void => {
    if (!here.current) return;
    reportCamera(code);
    told.current.onRefused(code);
  }).current;
  /** Called with the component's `error` event. */
  const refuse = (event: unknown): void => void cameraRefusal(event).then(tell);
  useEffect(() => {
    here.current = true;
    kind.permit?.().then(
      () => here.current && setPermitted(true),
      () => tell('camera-refused'),
    );
    return () => {
      here.current = false;
      endLook.current?.();
      reportCamera(undefined);
    };
  }, [kind, tell]);
  const ready = (): void => {
    const context = kind.context();
    reportCamera(previewOf(context, kind.mirror()));
    endLook.current?.();
    endLook.current = watchFrames(context, phoneClock.now, kind.findFaces?.(phoneClock.now));
    told.current.onReady();
  };
  return { permitted, ready, refuse };
}
