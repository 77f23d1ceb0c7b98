/** Loads a module of the mini-program by its path without extension, as the platform's `require` does: once. */
export function moduleLoader(): (path: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const earlier = loaded.get(path);
    if (earlier !== undefined) return earlier.exports;
    const body = window.miniprogram.modules[path];
    if (body === undefined) throw new Error(`there is no module ${path}`);
    const module = { exports: {} };
    loaded.set(path, module);
    body((wanted) => load(resolvePath(path, wanted)), module, module.exports);
    return module.exports;
  };
  return load;
}

/** `wanted` as seen from the file `from`, without `.js`. */
export function resolvePath(from: string, wanted: string): string {
  const steps = wanted.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const step of wanted.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/').replace(/\.js$/, '');
}
