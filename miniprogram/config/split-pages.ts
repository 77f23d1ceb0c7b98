import type { ChunkGraph, Module } from 'webpack';

/** What is loaded together, in the order in which a check needs it, by the pages that use it first. */
const parts: readonly (readonly [name: string, pages: RegExp])[] = [
  ['confirm', /\/pages\/confirm\//],
  ['capture', /\/capture\/|\/pages\/(waiting|word|result)\//],
  ['rest', /\/pages\//],
];

interface Built {
  chunkGraph: ChunkGraph;
}

/**
 * How the H5 build is cut, as webpack's `splitChunks`: `app` with the framework, then what the page that agrees needs, then
 * what a capture and its end need, then all other pages. Each module stands in the first of them that needs it, and nowhere else.
 * Styles of a check are one file, there before its first page; those of the other pages come with these.
 */
export const splitPages = {
  chunks: 'all',
  minSize: 0,
  cacheGroups: {
    default: false,
    defaultVendors: false,
    styles: {
      ...{ name: 'app', type: 'css/mini-extract', enforce: true, priority: 100 },
      test: (module: Module, built: Built) => partOf(module, built) !== 'rest',
    },
    ...Object.fromEntries(
      parts.map(([name], index) => [
        name,
        {
          ...{ name, chunks: 'async', enforce: true, priority: parts.length - index },
          test: (module: Module, built: Built) => partOf(module, built) === name,
        },
      ]),
    ),
  },
};

/** The first part with a page that needs the module; none for what only the start of the app does. */
function partOf(module: Module, { chunkGraph }: Built): string | undefined {
  const pages = usedBy(module, chunkGraph);
  return parts.find(([, pattern]) => pages.some((page) => pattern.test(page)))?.[0];
}

/** The pages, as the router imports them, that need the module. */
function usedBy(module: Module, graph: ChunkGraph): string[] {
  return graph
    .getModuleChunks(module)
    .flatMap((chunk) => [...chunk.groupsIterable])
    .flatMap(({ origins }) => origins.map(({ request }) => request));
}
