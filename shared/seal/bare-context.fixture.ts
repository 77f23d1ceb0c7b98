import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { parentPort } from 'node:worker_threads';

/**
 * Runs `phone.fixture.ts`, with everything it imports, in a context that has the language and nothing of the
 * platform, as the logic layer of a mini-program. Posts what it answers.
 */
const context = vm.createContext({});
const modules = new Map<string, vm.SourceTextModule>();

function load(url: string): vm.SourceTextModule {
  const known = modules.get(url);
  if (known) return known;
  const source = readFileSync(fileURLToPath(url), 'utf8');
  const module = new vm.SourceTextModule(url.endsWith('.ts') ? stripTypeScriptTypes(source) : source, {
    context,
    identifier: url,
    importModuleDynamically: (specifier) => {
      throw new Error(`no module ${specifier} on a phone`);
    },
  });
  modules.set(url, module);
  return module;
}

/** sm-crypto-v2 looks for its own source of randomness when it is loaded. It finds none, and none is used. */
process.on('unhandledRejection', (reason) => {
  if (!String(reason).includes('no available csprng')) throw reason;
});

const entry = load(new URL('./phone.fixture.ts', import.meta.url).href);
await entry.link((specifier, from) => {
  const resolved = specifier.startsWith('.')
    ? new URL(specifier, from.identifier).href
    : pathToFileURL(resolvePackage(specifier, from.identifier)).href;
  return load(resolved);
});
await entry.evaluate();
const answer: unknown = await Reflect.get(entry.namespace, 'answer');
parentPort?.postMessage(JSON.stringify(answer));

/** As a bundler for phones resolves: never the variant of a file that is made for Node. */
function resolvePackage(specifier: string, from: string): string {
  return fileURLToPath(import.meta.resolve(specifier, from)).replace(/cryptoNode\.js$/, 'crypto.js');
}
