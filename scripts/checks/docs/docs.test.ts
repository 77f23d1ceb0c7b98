import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..', '..');
const documents = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));

/** `a/{b,c}.ts` names two files. */
function expanded(path: string): string[] {
  const [, before = '', choices, after = ''] = /^(.*?)\{([^{}]*)\}(.*)$/.exec(path) ?? [];
  return choices === undefined
    ? [path]
    : choices.split(',').flatMap((choice) => expanded(`${before}${choice}${after}`));
}

/** The files and folders that a document names: its relative links, and what stands in backticks under a top-level folder. */
function named(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) =>
    join(dirname(file), link),
  );
  const paths = [...text.matchAll(/`((?:shared|bff|miniprogram|scripts)\/[^`\s<>*:]*)`/g)].map(
    ([, path = '']) => path,
  );
  return [...links, ...paths].flatMap(expanded);
}

/** The headings of a document, as the addresses that readers of Markdown give them. */
function headings(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe('the documents', () => {
  it.each(documents)('%s names only files and folders that exist', (file) => {
    const missing = named(file).filter((path) => !existsSync(join(root, path)) && !isBuilt(path));
    expect(missing).toEqual([]);
  });

  it.each(documents)('%s leads within itself, and into others, to headings that are there', (file) => {
    const text = readFileSync(join(root, file), 'utf8').replaceAll(/```[\s\S]*?```/g, '');
    const places = [...text.matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)].filter(
      ([, path = '', place = '']) =>
        !headings(path === '' ? file : join(dirname(file), path)).includes(decodeURIComponent(place)),
    );
    expect(places.map(([link]) => link)).toEqual([]);
  });

  it('README follows one sample from phone to verdict in ten lines, each with a file', () => {
    const [, way = ''] =
      /## One sample, from phone to verdict\n([\s\S]*?)\n## /.exec(
        readFileSync(join(root, 'README.md'), 'utf8'),
      ) ?? [];
    const lines = way.split('\n').filter((line) => /^[0-9]+\. /.test(line));
    const files = lines.map(
      (line) => /`((?:shared|bff|miniprogram|scripts)\/[^`]+\.ts)`/.exec(line)?.[1] ?? line,
    );
    expect(lines).toHaveLength(10);
    expect(files.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

/** What a build makes is named, and not there in a fresh checkout. */
function isBuilt(path: string): boolean {
  return path.split('/').includes('dist');
}
