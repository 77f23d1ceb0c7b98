import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import { makeCode } from '../../../../shared/counter-code/make-code.ts';
import { markSvg } from '../../../../shared/ui/mark.ts';
import { inksOf } from '../../../../shared/ui/svg.ts';
import type { Place } from '../../kit/place.ts';
import { drawQr } from './draw-qr.ts';

/** The code of this moment, as a phone would scan it. */
export function codeAt(opened: OpenSessionAnswer, now: number): string {
  const { codeBaseUrl: baseUrl, token, rpId, counterId, scene, purpose, openedAt } = opened;
  const elapsed = Math.max(0, Math.floor((now - openedAt) / 1000));
  const secret = decodeBase64url(opened.secret);
  return makeCode({ baseUrl, token, rpId, counterId, scene, purpose, secret, elapsed });
}

/** Draws the code with the mark in its middle; without a code, none: a stale one would cost the guest a scan. */
export function showCode({ element }: Place, code: string | undefined): void {
  const qr = element('qr', SVGSVGElement);
  if (qr.dataset.code === code) return;
  delete qr.dataset.code;
  qr.replaceChildren(made('title', {}, 'QR'));
  if (code === undefined) return;
  qr.dataset.code = code;
  const { size, path, mark } = drawQr(code);
  qr.setAttribute('viewBox', `0 0 ${size} ${size}`);
  const dark = made('path', { d: path, class: 'dark' });
  qr.append(dark, ...(mark === undefined ? [] : markIn(size, mark)));
}

/** The mark on a light plate, which hides what lies under it: a reader takes that as faults, and corrects them. */
function markIn(size: number, side: number): Element[] {
  const at = (size - side) / 2;
  const box = (inset: number) => ({
    x: `${at + inset}`,
    y: `${at + inset}`,
    width: `${side - 2 * inset}`,
    height: `${side - 2 * inset}`,
  });
  const svg = new DOMParser().parseFromString(markSvg(inksOf('light')), 'image/svg+xml').documentElement;
  for (const [name, value] of Object.entries(box(0.5))) svg.setAttribute(name, value);
  return [made('rect', { ...box(0), class: 'plate' }), svg];
}

function made(tag: string, attributes: Record<string, string>, textContent = ''): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = textContent;
  return element;
}
