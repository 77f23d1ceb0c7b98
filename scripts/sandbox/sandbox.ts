import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { exact } from '../../shared/contract/schema.ts';

/** What a sandbox folder holds, as `sandbox.json` in it says. Paths are relative to the folder. */
export const SandboxFile = exact({
  bffId: Type.String(),
  registry: Type.String(),
  signingKeys: Type.String(),
  /** Where each counter's private JWK lies. */
  counters: Type.Array(exact({ id: Type.String(), rpId: Type.String(), keyFile: Type.String() })),
  /** Where the private JWK lies with which an RP opens its result tokens. */
  decryptionKeys: Type.Array(exact({ rpId: Type.String(), keyFile: Type.String() })),
  authority: exact({
    folder: Type.String(),
    apiKey: Type.String(),
    /** Opens the registrar's desk; the BFF is never told. */
    registrarToken: Type.String(),
    /** Opens the administrator's desk, where officers are made; the BFF is never told. */
    administratorToken: Type.String(),
    root: Type.String(),
  }),
  wechat: exact({ appId: Type.String(), secret: Type.String() }),
  alipay: exact({
    appId: Type.String(),
    appPrivateKey: Type.String(),
    appPublicKey: Type.String(),
    platformPrivateKey: Type.String(),
    platformPublicKey: Type.String(),
  }),
  database: Type.String(),
});
export type SandboxFile = Static<typeof SandboxFile>;

/** A sandbox and the absolute folder in which it lies. */
export interface Sandbox extends SandboxFile {
  folder: string;
}

/** Written last, so that a folder is complete when it is there. */
export const sandboxFileName = 'sandbox.json';

/** The sandbox of a folder, or undefined where none was made. @throws TypeError in a sentence on one that is damaged, or of another version */
export function readSandbox(folder: string): Sandbox | undefined {
  const path = join(folder, sandboxFileName);
  if (!existsSync(path)) return undefined;
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(SandboxFile, file))
    throw new TypeError(`${path} is damaged, or of another version: remove the folder ${resolve(folder)}.`);
  return { ...file, folder: resolve(folder) };
}

/** Writes a file of a sandbox that only its owner may read, in a folder that is made where it is missing. */
export function writeSecret(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, content, { mode: 0o600 });
}
