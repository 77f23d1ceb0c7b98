import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { record, text } from '../../../miniprogram/src/holder/form.ts';
import { readSandbox, type Sandbox } from '../../sandbox/sandbox.ts';

/** A sandbox that another process has started, and where it is reached. */
export interface Running {
  sandbox: Sandbox;
  bffUrl: string;
  platformUrl: string;
  authorityUrl: string;
}

const isAddresses = record({ bffUrl: text(), platformUrl: text(), authorityUrl: text() });

/** Reads `running.json` in a data folder, as `npm start` leaves it there. @throws Error when nothing runs there */
export async function readRunning(data: string): Promise<Running> {
  const sandbox = readSandbox(data);
  const addresses: unknown = await readFile(join(data, 'running.json'), 'utf8').then(
    JSON.parse,
    () => undefined,
  );
  if (sandbox === undefined || !isAddresses(addresses)) {
    throw new Error('No sandbox is running: start one with `npm start` first.');
  }
  return { sandbox, ...addresses };
}
