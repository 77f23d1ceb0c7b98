import type { Template } from '../ports/engines.ts';

const pattern = /^([a-z0-9-]{1,64}):([a-z0-9.-]{1,32}):([A-Za-z0-9+/]*={0,2})$/;

/**
 * A template as the store keeps it: `engine:version:bytes`, the bytes in base64.
 * @throws TypeError on a name or version that could not be read again
 */
export function templateText({ engine, version, bytes }: Template): string {
  const text = `${engine}:${version}:${Buffer.from(bytes).toString('base64')}`;
  if (!pattern.test(text))
    throw new TypeError('an engine has a name and a version of small letters and digits');
  return text;
}

/** What was stored. A text that names no engine belongs to none that is here, and is compared with nothing. */
export function readTemplate(stored: string): Template {
  const [, engine, version, bytes] = pattern.exec(stored) ?? [];
  if (engine === undefined || version === undefined || bytes === undefined)
    return { engine: 'unnamed', version: '0', bytes: new Uint8Array() };
  return { engine, version, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
}
