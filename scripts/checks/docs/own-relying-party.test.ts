import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/start-processes.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** A folder with commands and a data folder of its own, as a fresh clone has, where somebody else's `npm start` may run in this one. */
const clone = mkdtempSync(join(tmpdir(), 'lz-clone-'));
const data = join(clone, '.data');
const people = join(root, 'scripts', 'people');
for (const name of ['package.json', 'node_modules', 'shared', 'bff', 'miniprogram'])
  symlinkSync(join(root, name), join(clone, name));
cpSync(join(root, 'scripts'), join(clone, 'scripts'), {
  recursive: true,
  filter: (path) => path !== people,
});
symlinkSync(people, join(clone, 'scripts', 'people'));
// What `npm start` starts, but for its pages.
const sandbox = await startSandbox({ data, people, engines: false });
const { bffUrl, platformUrl, authorityUrl } = sandbox;
writeFileSync(join(data, 'running.json'), JSON.stringify({ bffUrl, platformUrl, authorityUrl }));
afterAll(async () => {
  await sandbox.stop();
  rmSync(clone, { recursive: true });
});

it('README leads from nothing to a relying party of one’s own and its first pass, as it is typed', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, section = ''] = /### Your own relying party, from nothing\n([\s\S]*?)\n### /.exec(readme) ?? [];
  const [start, commands = ''] = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  expect(start).toMatch(/^npm start /);
  expect(commands).toMatch(/^BFF=http:\/\/127\.0\.0\.1:8080 /);
  const typed = commands.replace('http://127.0.0.1:8080', bffUrl);
  const began = performance.now();
  const { stdout, stderr, exitCode } = await execa('bash', ['-c', typed], { cwd: clone, reject: false });
  console.log(
    `the first pass of a relying party: ${((performance.now() - began) / 1000).toFixed(1)} s after npm start`,
  );
  expect(exitCode, stderr).toBe(0);
  const [last = ''] = stdout.trim().split('\n').slice(-1);
  expect(JSON.parse(last)).toMatchObject({ state: 'passed', result: expect.stringMatching(/^ey/) });
});
