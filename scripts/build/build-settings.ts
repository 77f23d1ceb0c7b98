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
