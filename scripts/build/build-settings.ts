import { readTrust } from '../sandbox/read-running.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** What is written into a package when it is built. */
export interface BuildSettings {
  /** Scheme and host of the BFF; empty for an H5 app, which its own BFF serves. */
  LIANGZHENG_BFF_URL: string;
  /** The JSON of a `TrustAnchor`: the root key that the package pins. */
  LIANGZHENG_TRUST: string;
}

/** The settings that the environment names. */
export function settingsOfEnvironment({ LIANGZHENG_BFF_URL = '', LIANGZHENG_TRUST = '' } = process.env) {
  return { LIANGZHENG_BFF_URL, LIANGZHENG_TRUST } satisfies BuildSettings;
}

/** Settings that pin the root of a sandbox. `bffUrl` may be left out for H5. */
export function settingsForSandbox(sandbox: Sandbox, bffUrl = ''): BuildSettings {
  return { LIANGZHENG_BFF_URL: bffUrl, LIANGZHENG_TRUST: JSON.stringify(readTrust(sandbox)) };
}

/** What to say to who builds an app that is of no use, as it pins no root; undefined where it pins one. */
export function rootIsMissing({ LIANGZHENG_TRUST }: BuildSettings): string | undefined {
  if (LIANGZHENG_TRUST !== '') return undefined;
  return `LIANGZHENG_TRUST is not set: what is built pins no root of an authority, and opens nothing. Set it to {"root":<JWK>,"sandbox":false}, or name a sandbox by --sandbox FOLDER.`;
}
