import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../bff/src/config/parse-config.ts';
import { ConfigError } from '../../../bff/src/config/setting-reader.ts';
import { isSettingName, settings } from '../../../bff/src/config/settings.ts';
import { makeKeys } from '../../keys/make-keys.ts';
import { hasCaddy } from './caddy.fixture.ts';
import { environmentOfUnit, filledIn, sample, setByUnit, unit } from './unit.fixture.ts';

const deploy = new URL('../../deploy/', import.meta.url).pathname;
const root = new URL('../../../', import.meta.url).pathname;
const read = (name: string) => readFileSync(join(deploy, name), 'utf8');
const answers = (program: string, ...words: string[]) => spawnSync(program, words).status === 0;
const say = (words: string) => console.log(words);
const hasSystemd = answers('systemd-analyze', '--version');
if (!hasCaddy) say('caddy is not here: its sample is not checked');
if (!hasSystemd) say('systemd-analyze is not here: the unit is not checked');

describe('the sample of settings', () => {
  const lines = sample.split('\n');
  const named = lines.flatMap((line) => /^#?(LZ_[A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  it('has every setting that the program reads, once, each with its reason, and no other', () => {
    expect(named).toEqual(Object.keys(settings));
    for (const [place, line] of lines.entries())
      if (/^#?LZ_/.test(line)) expect(lines[place - 1], line).toMatch(/^# .{5,}/);
  });

  it('leaves to the unit and to compose.yaml what they set: of the unit, it would take the place', () => {
    const own: string[] = Object.keys(setByUnit()).filter(isSettingName);
    expect(own.length).toBeGreaterThan(3);
    expect(Object.keys(parseEnv(sample)).filter((name) => own.includes(name))).toEqual([]);
    const composed = read('compose.yaml');
    for (const name of own) expect(composed).toMatch(new RegExp(`^ +${name}: `, 'm'));
  });

  it('is taken in production once the secrets are filled in, with the keys that npm run keys makes, and not before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lz-deploy-'));
    const keys = join(folder, 'keys');
    makeKeys(keys, 0);
    const point = JSON.parse(readFileSync(join(keys, 'bff-signing.json'), 'utf8')).resultKeys[0];
    const { kty, crv, x, y } = point;
    writeFileSync(join(keys, 'authority-root.jwk.json'), JSON.stringify({ kty, crv, x, y }));
    cpSync(join(keys, 'alipay-app.public.pem'), join(keys, 'alipay-platform.public.pem'));
    const readKey = (path: string) => readFileSync(path.replace('/credentials/keys_', `${keys}/`), 'utf8');
    expect(() => parseConfig(environmentOfUnit(sample, '/credentials'), readKey)).toThrow(ConfigError);
    const config = parseConfig(environmentOfUnit(filledIn('c'.repeat(16)), '/credentials'), readKey);
    expect(config).toMatchObject({ mode: 'production', trustProxy: ['127.0.0.1'] });
    rmSync(folder, { recursive: true });
  });
});

describe('the container file', () => {
  const text = read('Containerfile');
  const [final = ''] = text.split('\nFROM ').slice(-1);
  const copied = [...final.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  it('copies what there is, runs as nobody in particular, installs for production alone and asks whether it is alive', () => {
    expect(copied.length).toBeGreaterThan(6);
    for (const name of copied) expect(existsSync(join(root, name)), name).toBe(true);
    expect(final).toMatch(/^USER 10001:10001$/m);
    expect(final).toContain('/health/live');
    expect(final).not.toMatch(/--from=pages .*node_modules/);
    expect(text).toContain('npm ci --omit=dev');
  });

  it('has every command that is named for it, and for machines without it package.json has them', () => {
    const told = read('README.md') + read('compose.yaml');
    const named = [...told.matchAll(/(?:command|node) (scripts\/[a-z]\S*\.ts)/g)].flatMap(
      ([, file = '']) => file,
    );
    expect(new Set(named).size).toBeGreaterThan(3);
    for (const file of named) {
      expect(existsSync(join(root, file)), file).toBe(true);
      expect(
        copied.some((name) => file === name || file.startsWith(`${name}/`)),
        file,
      ).toBe(true);
    }
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [line, name = ''] of told.matchAll(/npm run ([a-z][a-z:0-9]*)[^\n]*/g))
      expect(scripts, line).toHaveProperty([name]);
    expect(told).not.toMatch(/docker compose [^\n`]*npm/);
  });

  it('builds no page without the root that it pins, and takes nothing secret into the image', () => {
    expect(text).toMatch(/^ARG LIANGZHENG_TRUST$/m);
    expect(read('compose.yaml')).toContain('args: [LIANGZHENG_TRUST]');
    expect(read('Containerfile.dockerignore').trimEnd().split('\n').at(-1)).toBe('scripts/deploy');
  });

  it('copies all that the program and the commands of who runs it are made of', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lz-container-'));
    for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const call = (file: string, ...words: string[]) =>
      spawnSync(process.execPath, [join(folder, file), ...words], { encoding: 'utf8', env: {} });
    for (const command of ['backup', 'audit', 'keys', 'operator', 'rp'])
      expect(call(`scripts/${command}/main.ts`, '--help'), command).toMatchObject({ status: 0, stderr: '' });
    // Every module was found: what is missing are settings.
    expect(call('bff/src/main.ts').stderr).toContain('LZ_DATABASE');
    rmSync(folder, { recursive: true });
  });
});

it.skipIf(!hasSystemd)('the unit is one that systemd takes, and that it calls well confined', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lz-unit-'));
  const file = join(folder, 'liangzheng-bff.service');
  // The program is not installed on this machine.
  writeFileSync(file, unit.replaceAll(/^ExecStart=.*$/gm, 'ExecStart=/bin/true'));
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8' });
  const own = verified.stderr.split('\n').filter((line) => line.includes('liangzheng'));
  const exposure = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', file], {
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
