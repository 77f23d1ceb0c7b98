import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from './document.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-api-document-'));
const file = join(folder, 'openapi.json');
const bin = join(import.meta.dirname, '..', '..', '..', 'node_modules');

beforeAll(async () => writeFileSync(file, JSON.stringify((await readDocument()).document, undefined, 1)));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a linter without a network: it asks nobody whether it is new, and tells nobody that it ran. */
async function lint(program: string, args: readonly string[]) {
  const { exitCode, all } = await execa(process.execPath, [join(bin, program), ...args], {
    ...{ cwd: folder, all: true, reject: false },
    env: {
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      HTTPS_PROXY: 'http://127.0.0.1:9',
      NO_COLOR: '1',
    },
  });
  return { exitCode, said: all };
}

const config = (name: string) => join(import.meta.dirname, name);

describe('the API document', () => {
  it('has nothing that redocly warns of, by its strictest rules', async () => {
    const rules = ['--config', config('redocly.yaml'), '--format', 'stylish'];
    const { exitCode, said } = await lint('@redocly/cli/bin/cli.js', ['lint', ...rules, file]);
    expect(said).not.toMatch(/^\s*\d+:\d+\s+(warning|error)/m);
    expect(said).toContain('Your API description is valid');
    expect(exitCode, said).toBe(0);
  });

  it('has nothing that spectral warns of', async () => {
    const rules = ['--ruleset', config('spectral.yaml'), '--fail-severity', 'hint'];
    const { exitCode, said } = await lint('@stoplight/spectral-cli/dist/index.js', ['lint', ...rules, file]);
    expect(said).toContain("No results with a severity of 'hint' or higher found!");
    expect(exitCode, said).toBe(0);
  });

  it('is held to something: both find what is wrong', async () => {
    writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'x' }, paths: {} }));
    const rules = ['--config', config('redocly.yaml')];
    const spectral = ['--ruleset', config('spectral.yaml'), '--fail-severity', 'hint'];
    expect((await lint('@redocly/cli/bin/cli.js', ['lint', ...rules, file])).exitCode).toBe(1);
    expect((await lint('@stoplight/spectral-cli/dist/index.js', ['lint', ...spectral, file])).exitCode).toBe(
      1,
    );
  });
});
