import { createHash } from 'node:crypto';

const nothingElse = ["object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"];
const features = [
  ...['accelerometer', 'autoplay', 'display-capture', 'geolocation', 'gyroscope', 'hid'],
  ...['magnetometer', 'midi', 'payment', 'serial', 'usb', 'xr-spatial-tracking'],
];

/**
 * Headers of a page: what it may load (Content-Security-Policy), which devices it may use, and that its address, which may
 * hold a code, is told to nobody.
 * @param policy the directives of the page's own
 * @param devices of camera and microphone, those that the page itself may use
 */
export function pageHeaders(
  policy: readonly string[],
  devices: readonly ('camera' | 'microphone')[],
): Record<string, string> {
  const of = (device: 'camera' | 'microphone') => `${device}=(${devices.includes(device) ? 'self' : ''})`;
  return {
    'content-security-policy': [...policy, ...nothingElse].join('; '),
    'permissions-policy': [of('camera'), of('microphone'), ...features.map((name) => `${name}=()`)].join(
      ', ',
    ),
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
}

/** The `script-src` sources of the scripts that stand inside the page. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\bsrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi);
  return [...scripts].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
}
