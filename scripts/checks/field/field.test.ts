import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCases } from './case-file.ts';
import { playCase } from './play-case.ts';
import { type FieldWorld, openFieldWorld } from './world.ts';

let data: string;
let world: FieldWorld;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'lz-field-'));
  world = await openFieldWorld(data);
});
afterAll(async () => {
  await world?.close();
  await rm(data, { recursive: true, force: true });
});

/** Real engines take a second or two for each decision, and other tests run beside them. */
const patience = 300_000;

describe('what failed in the field comes out right', () => {
  it.each(readCases(join(import.meta.dirname, 'cases')).map((each) => [each.name, each] as const))(
    '%s',
    async (_name, fieldCase) => {
      const wrong: string[] = [];
      await playCase(world, fieldCase, ({ play, outcome, right }) => {
        if (!right) wrong.push(`${play.what}: ${outcome}, not ${play.right.join(' or ')}`);
      });
      expect(wrong).toEqual([]);
    },
    patience,
  );
});
