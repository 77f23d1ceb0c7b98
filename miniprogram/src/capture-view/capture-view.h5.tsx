import { useEffect, useRef } from 'react';
import { type CameraRefusal, type PreviewEvents, reportCamera } from '../platform/camera/mounted-camera.ts';
import { previewIn } from '../platform/camera/preview.h5.ts';
import { DeviceError } from '../platform/device-error.ts';

const fill = { width: '100%', height: '100%', objectFit: 'cover' } as const;
/** Who sees oneself sees a mirror. */
const looks = { front: { ...fill, transform: 'scaleX(-1)' }, rear: fill } as const;

/** The preview in a browser. A page that is hidden lets go of the camera, and takes it again when it is seen. */
export function CaptureView({ facing, onReady, onRefused }: PreviewEvents) {
  const shown = useRef<HTMLVideoElement>(null);
  const told = useRef({ onReady, onRefused });
  told.current = { onReady, onRefused };
  useEffect(() => {
    const video = shown.current;
    if (video === null) return;
    video.muted = true;
    let gone = false;
    const refuse = (code: CameraRefusal): void => {
      if (gone) return;
      reportCamera(code);
      told.current.onRefused(code);
    };
    const preview = previewIn(video, facing, () => refuse('camera-missing'));
    const start = async (): Promise<void> => {
      try {
        await preview.start();
        if (gone) return;
        reportCamera(preview);
        told.current.onReady();
      } catch (problem) {
        // A page that left while the camera opened is no refusal.
        if (gone || document.visibilityState === 'hidden') return;
        refuse(isCameraRefusal(problem) ? problem.code : 'camera-missing');
      }
    };
    const heed = (): void => {
      if (document.visibilityState === 'hidden') preview.stop();
      else void start();
    };
    document.addEventListener('visibilitychange', heed);
    void start();
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', heed);
      preview.stop();
      reportCamera(undefined);
    };
  }, [facing]);
  return <video ref={shown} style={looks[facing]} playsInline muted />;
}

function isCameraRefusal(problem: unknown): problem is DeviceError & { code: CameraRefusal } {
  return problem instanceof DeviceError && problem.code.startsWith('camera-');
}
