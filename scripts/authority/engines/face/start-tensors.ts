import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, sep } from 'node:path';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { io, ready, setBackend } from '@tensorflow/tfjs-core';

/** A model handler that reads `file://` URLs: graph and weights lie beside each other in one folder. */
const fromFile = (url: string): io.IOHandler => ({
  async load() {
    const { modelTopology, weightsManifest, format } = JSON.parse(await readFile(new URL(url), 'utf8'));
    const groups: io.WeightsManifestConfig = weightsManifest;
    const parts = await Promise.all(
      groups.flatMap(({ paths }) => paths.map((path) => readFile(new URL(path, url)))),
    );
    const bytes = Buffer.concat(parts);
    return {
      modelTopology,
      format,
      weightSpecs: groups.flatMap(({ weights }) => weights),
      weightData: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
    };
  },
});

/** Makes WASM the tensor backend of this thread and lets models load, from files only, out of the installed packages. */
export async function startTensors(): Promise<void> {
  const entry = createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(dirname(entry) + sep);
  io.registerLoadRouter((url) => fromFile(typeof url === 'string' ? url : url.join()));
  if (!(await setBackend('wasm'))) throw new Error('the WASM tensor backend did not start');
  await ready();
}
