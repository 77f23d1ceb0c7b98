import type { CameraRefusal } from '../platform/camera/mounted-camera.ts';

/** The live preview, mirrored, filling its parent; what the platform's camera takes its frames from. */
export interface CaptureViewProps {
  onReady: () => void;
  onRefused: (code: CameraRefusal) => void;
}
