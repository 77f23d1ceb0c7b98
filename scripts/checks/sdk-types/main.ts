import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runCommand } from '../../program/run-command.ts';
import { startSandbox } from '../../sandbox/start-processes.ts';
import { typesOfDocument } from './types-of-document.ts';

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

async function writeTypes(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'lz-sdk-types-'));
  const running = await startSandbox({ data, people: place('../../people'), engines: false });
  try {
    const document: unknown = await (await fetch(`${running.bffUrl}/openapi.json`)).json();
    writeFileSync(place('../../sdk/src/api.ts'), await typesOfDocument(document));
  } finally {
    await running.stop();
    rmSync(data, { recursive: true });
  }
}

/** `npm run sdk:types`. */
await runCommand({
  usage: `npm run sdk:types

Writes the types of the SDK, of the document that a BFF of this tree gives to everybody.
`,
  options: {},
  run: writeTypes,
});
