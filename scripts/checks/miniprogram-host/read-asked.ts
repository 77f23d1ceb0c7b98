import { list, oneOf, record, text, whole } from '../../../miniprogram/src/holder/guards.ts';
import type { HttpRequest } from '../../../miniprogram/src/platform/platform.ts';

/** What the page asks of the phone. */
export type Asked =
  | { what: 'request'; request: HttpRequest }
  | { what: 'photo'; prompt: string }
  | { what: 'random'; length: number }
  | { what: 'permission'; scope: string }
  | { what: 'verify-face'; verifyId: string }
  | { what: 'messages'; templates: string[] }
  | { what: 'finger'; challenge: string }
  | { what: 'recording' | 'scan' | 'login' | 'secure-key' | 'faces' | 'settings' | 'open-settings' };

const isRequest = record(
  { url: text(), method: oneOf(['GET', 'POST', 'PUT']), timeout: whole(1), headers: isHeaders },
  { body: text() },
);
const isPhoto = record({}, { prompt: text() });
const isRandom = record({ length: whole(1) });
const isPermission = record({ scope: text() });
const isVerifyFace = record({ verifyId: text() });
const isMessages = record({ templates: list(text()) });
const isFinger = record({ challenge: text() });
const isBare = oneOf(['recording', 'scan', 'login', 'secure-key', 'faces', 'settings', 'open-settings']);

/** @throws TypeError for anything that no mini-program asks */
export function readAsked(what: string, details: unknown): Asked {
  if (what === 'request' && isRequest(details)) {
    const { body, ...request } = details;
    const bytes = body === undefined ? {} : { body: new Uint8Array(Buffer.from(body, 'base64')) };
    return { what, request: { ...request, ...bytes } };
  }
  if (what === 'photo' && isPhoto(details)) return { what, prompt: details.prompt ?? '' };
  if (what === 'random' && isRandom(details)) return { what, length: details.length };
  if (what === 'permission' && isPermission(details)) return { what, scope: details.scope };
  if (what === 'verify-face' && isVerifyFace(details)) return { what, verifyId: details.verifyId };
  if (what === 'messages' && isMessages(details)) return { what, templates: details.templates };
  if (what === 'finger' && isFinger(details)) return { what, challenge: details.challenge };
  if (isBare(what)) return { what };
  throw new TypeError(`the page asked for ${what} in a way that no phone knows`);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isHeaders(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.values(value).every(isText);
}
