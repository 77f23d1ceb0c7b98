import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Paths {
  path?: string | string[];
  pathNot?: string | string[];
}

const configFile = new URL('../../../.dependency-cruiser.mjs', import.meta.url).href;
const {
  default: { forbidden, options },
  rooms,
}: {
  default: { forbidden: (IForbiddenRuleType & { name: string; to: Paths })[]; options: ICruiseOptions };
  rooms: Record<string, string[][]>;
} = await import(configFile);

/** For each rule one import, from a file to another, that it refuses; a package stands for its entry in node_modules. */
const wrongImports: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-circle-of-files': ['shared/circle-back.ts', 'shared/circle.ts'],
  'what-cannot-be-resolved': ['shared/lost.ts', 'shared/nowhere.ts'],
  'shared-imports-only-schema-and-ciphers': ['shared/words.ts', 'fastify'],
  'neither-bff-nor-phone-imports-what-opens-or-unpacks': ['bff/src/attempt/peek.ts', 'shared/seal/open.ts'],
  'only-the-phone-opens-receipts': ['bff/src/receipt/peek.ts', 'shared/receipt/open-receipt.ts'],
  'bff-imports-neither-phone-nor-scripts': ['bff/src/verify/phone.ts', 'miniprogram/src/holder/call.ts'],
  'phone-imports-only-itself-shared-and-its-framework': [
    'miniprogram/src/holder/bff.ts',
    'bff/src/session/own.ts',
  ],
  'nothing-imports-scripts-but-scripts': ['bff/web/counter/demo.ts', 'scripts/demo/play.ts'],
  'the-desk-knows-no-page': ['bff/web/desk/token.ts', 'bff/web/counter/counter-token.ts'],
  'console-and-officer-know-not-each-other': ['bff/web/officer/peek.tsx', 'bff/web/console/shell.tsx'],
  'the-authority-imports-only-itself-and-shared': [
    'scripts/authority/decide/peek.ts',
    'bff/src/adapters/login/gateway.ts',
  ],
  'the-sdk-imports-only-itself-and-jose': ['scripts/sdk/src/limits.ts', 'shared/limits.ts'],
  'the-stand-in-authority-imports-only-shared': [
    'scripts/stand-ins/authority/stand-in-authority.ts',
    'scripts/stand-ins/authority/signing-key.ts',
  ],
  'only-compose-knows-adapters': ['bff/src/verify/store.ts', 'bff/src/adapters/sqlite/open.ts'],
  'adapters-know-ports-and-quotas-only': ['bff/src/adapters/sqlite/step.ts', 'bff/src/session/own.ts'],
  'one-adapter-knows-no-other': ['bff/src/adapters/sms/send.ts', 'bff/src/adapters/login/gateway.ts'],
  'the-bff-runs-on-production-dependencies-alone': ['bff/src/adapters/sms/read.ts', 'react'],
  'ports-import-no-steps': ['bff/src/ports/session.ts', 'bff/src/session/own.ts'],
  'steps-know-neither-fastify-nor-http': ['bff/src/verify/reply.ts', 'fastify'],
  'an-api-knows-of-http-the-route-builders-only': ['bff/src/verify/api.ts', 'bff/src/http/auth/token.ts'],
  'steps-of-the-phone-know-neither-framework-nor-pages': ['miniprogram/src/verify/screen.ts', 'react'],
  'the-journey-is-headless': ['miniprogram/src/journey/screen.ts', 'miniprogram/src/ui/page.ts'],
  'only-the-platform-and-what-opens-the-phone-know-which-platform': [
    'miniprogram/src/holder/wechat.ts',
    'miniprogram/src/platform/camera/preview.weapp.ts',
  ],
  'the-platform-imports-no-react': ['miniprogram/src/platform/camera/view.ts', 'react'],
  ...importsUpwards(),
};

/** An import that a rule refuses. */
interface Broken {
  rule: string;
  from: string;
  to: string;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-boundaries-'));
  for (const name of ['fastify', 'react']) {
    write(join('node_modules', name, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
    write(join('node_modules', name, 'index.js'), '');
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the import rules', () => {
  it('have each a wrong import that shows them at work', () => {
    const names = forbidden.map(({ name }) => name);
    expect(Object.keys(wrongImports).sort()).toEqual(names.sort());
  });

  describe('refuse the wrong import of each rule', () => {
    let broken: readonly Broken[];
    beforeAll(async () => {
      broken = await rulesBroken(writeWrongImports());
    });

    it.each(Object.entries(wrongImports))('%s', (rule, [from, to]) => {
      expect(broken).toContainEqual({ rule, from, to: expect.stringContaining(to) });
    });
  });

  it('name only files, folders and packages that there are', () => {
    const there = [...tracked(), ...packages()];
    const paths = forbidden.flatMap(({ from, to }) =>
      [from, to].flatMap(({ path, pathNot }) => [path, pathNot]),
    );
    const named = new Set(paths.flatMap((path) => (typeof path === 'string' ? choicesOf(path) : [])));
    const missing = [...named].filter((choice) => {
      const pattern = new RegExp(choice.replace('$1', '[^/]+'));
      return !there.some((path) => pattern.test(path));
    });
    expect(missing).toEqual([]);
  });

  it('know a floor for every file of each part', () => {
    const homeless = tracked().filter((file) => {
      const part = Object.keys(rooms).find((name) => file.startsWith(`${name}/`));
      if (part === undefined || !/(?<!\.test|\.fixture|\.d)\.tsx?$/.test(file)) return false;
      return !(rooms[part] ?? []).flat().some((room) => `${file}/`.startsWith(`${part}/${room}/`));
    });
    expect(homeless).toEqual([]);
  });

  it('let pass what only points downwards', async () => {
    write('bff/src/verify/fine.ts', `import '../session/fine.ts';\n`);
    write('bff/src/session/fine.ts', 'export const value = 1;\n');
    expect(await rulesBroken(['bff/src/verify/fine.ts'])).toEqual([]);
  });
});

/** For each room but the highest: an import of the room above it, or beside it. */
function importsUpwards(): Record<string, [string, string]> {
  const wrong: Record<string, [string, string]> = {};
  for (const [part, floors] of Object.entries(rooms)) {
    for (const [index, floor] of floors.entries()) {
      for (const room of floor) {
        const beyond = [...floors.slice(0, index).flat(), ...floor.filter((other) => other !== room)].at(-1);
        if (beyond === undefined) continue;
        const name = `downwards-only: ${part}/${room}`;
        wrong[name] = [fileIn(`${part}/${room}`, 'upwards.ts'), fileIn(`${part}/${beyond}`, 'above.ts')];
      }
    }
  }
  return wrong;
}

function tracked(): string[] {
  const root = join(import.meta.dirname, '..', '..', '..');
  return execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n');
}

function packages(): string[] {
  const inside = (folder: string) => readdirSync(new URL(`../../../node_modules/${folder}`, import.meta.url));
  const names = inside('').flatMap((name) =>
    name.startsWith('@') ? inside(name).map((own) => `${name}/${own}`) : [name],
  );
  return names.map((name) => `node_modules/${name}/`);
}

/** The patterns without a choice that a pattern stands for: `^a/(b|c)/` for `^a/b/` and `^a/c/`. */
function choicesOf(pattern: string): string[] {
  const [, before = '', group, after = ''] = /^(.*)\((?!\?)([^()]*)\)(.*)$/.exec(pattern) ?? [];
  if (group === undefined) return pattern.split('|');
  return group.split('|').flatMap((choice) => choicesOf(`${before}${choice}${after}`));
}

function fileIn(room: string, name: string): string {
  return /\.tsx?$/.test(room) ? room : `${room}/${name}`;
}

function specifier(from: string, to: string): string {
  if (!to.includes('/')) return to;
  const up = dirname(from)
    .split('/')
    .map(() => '..')
    .join('/');
  return `${up}/${to}`;
}

function write(path: string, content: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

/** All wrong imports at once, as a cruise takes its time. @returns the files that import */
function writeWrongImports(): string[] {
  const imports = Object.values(wrongImports).map(([from, to]) => ({ from, to }));
  const [circle, back] = wrongImports['no-circle-of-files'] ?? ['', ''];
  imports.push({ from: back, to: circle });
  const lost = wrongImports['what-cannot-be-resolved']?.[1];
  const files = new Set(
    imports.flatMap(({ from, to }) => (to.includes('/') && to !== lost ? [from, to] : from)),
  );
  for (const file of files) {
    const own = imports
      .filter(({ from }) => from === file)
      .map(({ to }) => `import '${specifier(file, to)}';\n`);
    write(file, `${own.join('')}export const value = 1;\n`);
  }
  return [...new Set(imports.map(({ from }) => from))];
}

async function rulesBroken(files: string[]): Promise<Broken[]> {
  const { tsConfig: _, ...without } = options;
  const { output } = await cruise(files, {
    ...without,
    baseDir: folder,
    validate: true,
    ruleSet: { forbidden },
  });
  const result: ICruiseResult | string = output;
  if (typeof result === 'string') throw new Error('the cruiser answered a text');
  return result.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
