import { createHash } from 'node:crypto';

const nothingElse = ["object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];
const features = [
  ...['autoplay', 'display-capture', 'geolocation', 'hid'],
  ...['magnetometer', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
];

/** The last two tell how a phone is held. */
const deviceNames = ['camera', 'microphone', 'accelerometer', 'gyroscope'] as const;
export type Device = (typeof deviceNames)[number];

/**
 * Headers of a page: what it may load (Content-Security-Policy), which devices it may use, and that its address, which may
 * hold a code, is told to nobody.
 * @param policy the directives of the page's own
 * @param devices those that the page itself may use
 */
export function pageHeaders(policy: readonly string[], devices: readonly Device[]): Record<string, string> {
  const of = (device: Device) => `${device}=(${devices.includes(device) ? 'self' : ''})`;
  return {
    'content-security-policy': [...policy, ...nothingElse].join('; '),
    'permissions-policy': [...deviceNames.map(of), ...features.map((name) => `${name}=()`)].join(', '),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** The `script-src` sources of the scripts that stand inside the page. Data, which has a type, is none. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\b(?:src|type)\s*=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}
