import { useEffect, useRef } from 'react';
import type { Scanner, ScannerEvents } from '../platform/scanner/scanner.ts';
import { scannerIn } from '../platform/scanner/scanner-in.h5.ts';

const fill = { width: '100%', height: '100%', objectFit: 'cover' } as const;

/** What the camera at the back sees, in a browser. A page that is hidden lets go of the camera, and takes it again when it is seen. */
export function ScanView(props: ScannerEvents & { lit: boolean }) {
  const shown = useRef<HTMLVideoElement>(null);
  const told = useRef(props);
  told.current = props;
  const scanner = useRef<Scanner>();
  useEffect(() => {
    const video = shown.current;
    if (video === null) return;
    video.muted = true;
    const opened = scannerIn(video, {
      onReady: (camera) => told.current.onReady(camera),
      onFound: (text) => told.current.onFound(text),
      onRefused: (code) => told.current.onRefused(code),
    });
    scanner.current = opened;
    const heed = (): void => {
      if (document.visibilityState === 'hidden') opened.stop();
      else opened.start();
    };
    document.addEventListener('visibilitychange', heed);
    opened.start();
    return () => {
      document.removeEventListener('visibilitychange', heed);
      opened.stop();
    };
  }, []);
  useEffect(() => void scanner.current?.light(props.lit), [props.lit]);
  return <video ref={shown} style={fill} playsInline muted />;
}
