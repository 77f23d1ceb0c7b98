import type { ScannerEvents } from '../platform/scanner/scanner.ts';

/** WeChat and Alipay scan by pages of their own: there is nothing to show. A browser has `scan-view.h5.tsx` in its place. */
export function ScanView(_: ScannerEvents & { lit: boolean }) {
  return null;
}
