import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Value } from 'typebox/value';
import { type Sandbox, SandboxFile } from './sandbox.ts';

/** Written last, so that a folder is complete when it is there. */
export const sandboxFileName = 'sandbox.json';

/** The sandbox of a folder, or undefined where none was made. @throws TypeError on a damaged one */
export function readSandbox(folder: string): Sandbox | undefined {
  const path = join(folder, sandboxFileName);
  if (!existsSync(path)) return undefined;
  const file: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (!Value.Check(SandboxFile, file))
    throw new TypeError(`${sandboxFileName} is damaged; remove the folder`);
  return { ...file, folder: resolve(folder) };
}
