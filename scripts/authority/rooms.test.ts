import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { expect, it } from 'vitest';

/** The rooms as the README lists them, from the top: each imports from those below it alone. */
const order = [
  ['http'],
  ['decide'],
  ['raise'],
  ['assist'],
  ['platform-face'],
  ['samples'],
  ['challenge'],
  ['family'],
  ['officers'],
  ['registrar'],
  ['register'],
  ['keys', 'verdict', 'store', 'script', 'engines', 'recordings'],
  ['ports'],
];
const depthOf = (room: string) => order.findIndex((rooms) => rooms.includes(room));
const allowed = (from: string, to: string) => from === to || depthOf(to) > depthOf(from);

function importsOf(file: string): string[] {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8');
  return [...source.matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) => normalize(join(file, '..', path)));
}

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.ts$/.test(file) && !/\.(test|fixture)\.ts$/.test(file) && !file.startsWith('trials/'),
);

it('no room imports upwards, or from a neighbour', () => {
  const upwards = files.flatMap((file) => {
    const [room = ''] = file.split('/');
    return importsOf(file)
      .filter((path) => depthOf(room) >= 0 && !path.startsWith('..'))
      .filter((path) => !allowed(room, path.split('/')[0] ?? ''))
      .map((path) => `${file} -> ${path}`);
  });
  expect(upwards).toEqual([]);
  expect(allowed('decide', 'http')).toBe(false);
  expect(allowed('store', 'keys')).toBe(false);
  expect(allowed('samples', 'build-authority.ts')).toBe(false);
});

it('the authority is another party than BFF and phone, and imports from neither', () => {
  const others = files.flatMap((file) =>
    importsOf(file).filter((path) => /^(\.\.\/)+(bff|miniprogram)\//.test(path)),
  );
  expect(others).toEqual([]);
  expect(files.length).toBeGreaterThan(80);
});

it('the ports are interfaces and nothing else', () => {
  for (const file of files.filter((name) => name.startsWith('ports/'))) {
    const source = readFileSync(join(import.meta.dirname, file), 'utf8');
    expect(source).not.toMatch(/^(import (?!type )|export (const|function|class|let))/m);
  }
});

it('the README lists the rooms in their order', () => {
  const readme = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8');
  const listed = [...readme.matchAll(/^([a-z-]+)\/ /gm)].map(([, room = '']) => room);
  expect(listed).toEqual(order.flat().concat('trials'));
});
