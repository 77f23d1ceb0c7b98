import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const sdk = join(root, 'scripts', 'sdk');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
const folder = mkdtempSync(join(tmpdir(), 'lz-sdk-package-'));
const own = join(folder, 'node_modules', '@liangzheng', 'relying-party');

/** The package as it would be published, in a project that has nothing else but `jose`. */
beforeAll(async () => {
  mkdirSync(own, { recursive: true });
  await execa(process.execPath, [tsc, '-p', sdk, '--outDir', join(own, 'dist')]);
  cpSync(join(sdk, 'package.json'), join(own, 'package.json'));
  symlinkSync(join(root, 'node_modules', 'jose'), join(folder, 'node_modules', 'jose'));
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the SDK as a package', () => {
  it('is used by its name, on the platform and jose alone', async () => {
    const program = `
      import { connect } from '@liangzheng/relying-party';
      import { Refused, Unreachable } from '@liangzheng/relying-party/refused';
      import { verifyWebhook } from '@liangzheng/relying-party/webhook';
      const nobody = await connect({ issuer: 'http://127.0.0.1:9', rpId: 'rp_a', counterId: 'cnt_a', key: {} }).catch((fault) => fault);
      const unsigned = await verifyWebhook([], '{}', {}).catch((fault) => fault);
      console.log(nobody instanceof Unreachable, nobody instanceof Refused, unsigned.doubt);`;
    writeFileSync(join(folder, 'program.mjs'), program);
    const { stdout } = await execa(process.execPath, [join(folder, 'program.mjs')], { cwd: folder });
    expect(stdout).toBe('true false unreadable');
  });

  it('has types by which the example of its README is right', async () => {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(join(sdk, 'README.md'), 'utf8')) ?? [];
    expect(example.split('\n').length).toBeLessThanOrEqual(20);
    mkdirSync(join(folder, 'node_modules', '@types'));
    for (const name of ['@types/node', 'undici-types'])
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    writeFileSync(join(folder, 'example.ts'), example);
    const options = ['--noEmit', '--strict', '--target', 'es2024', '--module', 'nodenext', '--types', 'node'];
    const { stdout, exitCode } = await execa(process.execPath, [tsc, ...options, 'example.ts'], {
      ...{ cwd: folder, reject: false },
    });
    expect(stdout).toBe('');
    expect(exitCode).toBe(0);
  });
});
