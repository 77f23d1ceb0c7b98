import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../bff/src/config/parse-config.ts';
import { ConfigError } from '../../../bff/src/config/setting-reader.ts';
import { settings } from '../../../bff/src/config/settings.ts';
import { makeKeys } from '../../keys/make-keys.ts';
import { haveSystemPackage } from '../system-package.ts';

const deploy = new URL('../../deploy/', import.meta.url).pathname;
const root = new URL('../../../', import.meta.url).pathname;
const read = (name: string) => readFileSync(join(deploy, name), 'utf8');
const answers = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const say = (words: string) => console.log(words);
const hasCaddy = haveSystemPackage('caddy', () => answers('caddy', 'version'), say);
const hasSystemd = answers('systemd-analyze', '--version');
if (!hasCaddy) say('caddy is not here: its sample is not checked');
if (!hasSystemd) say('systemd-analyze is not here: the unit is not checked');

describe('the sample of settings', () => {
  const lines = read('bff.env.sample').split('\n');
  const named = lines.flatMap((line) => /^#?(LZ_[A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  it('has every setting that the program reads, once, each with its reason, and no other', () => {
    expect(named).toEqual(Object.keys(settings));
    for (const [place, line] of lines.entries())
      if (/^#?LZ_/.test(line)) expect(lines[place - 1], line).toMatch(/^# .{5,}/);
  });

  it('is taken in production once the secrets are filled in, with the keys that npm run keys makes, and not before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lz-deploy-'));
    const keys = join(folder, 'keys');
    makeKeys(keys, 0);
    const point = JSON.parse(readFileSync(join(keys, 'bff-signing.json'), 'utf8')).resultKeys[0];
    const { kty, crv, x, y } = point;
    writeFileSync(join(keys, 'authority-root.jwk.json'), JSON.stringify({ kty, crv, x, y }));
    const names: Record<string, string> = {
      'alipay-app.private.pem': 'alipay-app-1970-01-01T00-00-00.private.pem',
      'alipay-platform.public.pem': 'alipay-app-1970-01-01T00-00-00.public.pem',
    };
    const readKey = (path: string) => {
      const name = path.replace('/etc/liangzheng/keys/', '');
      return readFileSync(join(keys, names[name] ?? name), 'utf8');
    };
    const sample = parseEnv(read('bff.env.sample'));
    expect(() => parseConfig(sample, readKey)).toThrow(ConfigError);
    const secrets = { LZ_AUTHORITY_API_KEY: 'a'.repeat(16), LZ_WECHAT_SECRET: 'b'.repeat(16) };
    const config = parseConfig({ ...sample, ...secrets, LZ_METRICS_TOKEN: 'c'.repeat(16) }, readKey);
    expect(config).toMatchObject({ mode: 'production', trustProxy: ['127.0.0.1'] });
    rmSync(folder, { recursive: true });
  });
});

describe('the container file', () => {
  const text = read('Containerfile');
  it('copies what there is, runs as nobody in particular, installs for production alone and asks whether it is alive', () => {
    const [final = ''] = text.split('\nFROM ').slice(-1);
    const copied = [...final.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
      names.split(' '),
    );
    expect(copied.length).toBeGreaterThan(6);
    for (const name of copied) expect(existsSync(join(root, name)), name).toBe(true);
    expect(final).toMatch(/^USER 10001:10001$/m);
    expect(final).toContain('/health/live');
    expect(final).not.toMatch(/--from=pages .*node_modules/);
    expect(text).toContain('npm ci --omit=dev');
  });
});

it.skipIf(!hasSystemd)('the unit is one that systemd takes, and that it calls well confined', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lz-unit-'));
  const unit = join(folder, 'liangzheng-bff.service');
  // The program is not installed on this machine.
  writeFileSync(unit, read('liangzheng-bff.service').replaceAll(/^ExecStart=.*$/gm, 'ExecStart=/bin/true'));
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
  const own = verified.stderr.split('\n').filter((line) => line.includes('liangzheng'));
  const exposure = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  expect([verified.status, own]).toEqual([0, []]);
  expect([exposure.status, exposure.stderr]).toEqual([0, '']);
});

it.skipIf(!hasCaddy)('the sample for Caddy is one that Caddy takes', () => {
  const checked = spawnSync(
    'caddy',
    ['validate', '--adapter', 'caddyfile', '--config', join(deploy, 'Caddyfile')],
    {
      encoding: 'utf8',
    },
  );
  expect(checked.stdout + checked.stderr).toContain('Valid configuration');
  expect(checked.status).toBe(0);
});
