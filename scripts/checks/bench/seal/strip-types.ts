import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import typescript from 'typescript';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const program = 'scripts/checks/bench/seal/seal-child.ts';

/**
 * Writes `shared` and the program that measures it as plain JavaScript into a folder of its own: without its compilers Node
 * has no WebAssembly, and so cannot strip types by itself.
 */
export function stripTypes(): { main: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'lz-seal-'));
  const sources = readdirSync(join(root, 'shared'), { recursive: true, encoding: 'utf8' })
    .filter(
      (path) => path.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(path) && !path.startsWith('vectors'),
    )
    .map((path) => join('shared', path));
  for (const source of [...sources, program]) {
    const target = join(folder, asJs(source));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, withoutTypes(readFileSync(join(root, source), 'utf8')));
  }
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    main: join(folder, asJs(program)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const asJs = (path: string) => path.replace(/\.ts$/, '.js');

function withoutTypes(source: string): string {
  const { ModuleKind, ScriptTarget } = typescript;
  return typescript.transpileModule(source, {
    compilerOptions: {
      module: ModuleKind.ESNext,
      target: ScriptTarget.ESNext,
      verbatimModuleSyntax: true,
      rewriteRelativeImportExtensions: true,
    },
  }).outputText;
}
