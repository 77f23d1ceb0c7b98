import type { ChunkGraph, Module } from 'webpack';

/** What is loaded together, in the order in which a check needs it, by the pages that use it first. */
const parts: readonly (readonly [name: string, pages: RegExp])[] = [
  ['confirm', /\/pages\/confirm\//],
  ['capture', /\/capture\/|\/pages\/(waiting|word|result)\//],
  ['rest', /\/pages\//],
];

/**
 * How the H5 build is cut, as webpack's `splitChunks`: `app` with the framework, then what the page that agrees needs, then
 * what a capture and its end need, then all other pages. Each module stands in the first of them that needs it, and nowhere else.
 */
export const splitPages = {
  chunks: 'all',
  minSize: 0,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    styles: { name: 'app', type: 'css/mini-extract', enforce: true, priority: 100 },
    ...Object.fromEntries(
      parts.map(([name, pages], index) => [
        name,
        {
          name,
          chunks: 'async',
          enforce: true,
          priority: parts.length - index,
          test: (module: Module, { chunkGraph }: { chunkGraph: ChunkGraph }) =>
            usedBy(module, chunkGraph).some((page) => pages.test(page)),
        },
      ]),
    ),
  },
};

/** The pages, as the router imports them, that need the module. */
function usedBy(module: Module, graph: ChunkGraph): string[] {
  return graph
    .getModuleChunks(module)
    .flatMap((chunk) => [...chunk.groupsIterable])
    .flatMap(({ origins }) => origins.map(({ request }) => request));
}
