import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { registrarToken } from '../../bff/attacks/world/authority.fixture.ts';
import { operatorOf } from '../../bff/attacks/world/operator.fixture.ts';
import { makePair } from '../../bff/attacks/world/parties.fixture.ts';
import { startWorld } from '../../bff/attacks/world/world.fixture.ts';
import { actions } from '../../shared/actions.ts';
import { errorTexts } from '../../shared/error-texts.ts';
import * as limits from '../../shared/limits.ts';
import { onlineDesk } from './desk.ts';
import { findVerb } from './find-verb.ts';
import { options } from './options.ts';

const world = await startWorld();
const lin = await operatorOf(world, 'Lin');
const folder = mkdtempSync(join(tmpdir(), 'lz-verbs-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run rp -- ...` by an operator; answers what it prints. */
async function rp(...args: string[]): Promise<string> {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const desk = onlineDesk({ bffUrl: world.url, token: lin.token, registrarToken });
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [verb = '', ...about] = positionals;
    await findVerb(verb, about)(desk, values);
    return printed.mock.calls.map((line) => line.join(' ')).join('\n');
  } finally {
    printed.mockRestore();
  }
}
const file = (name: string, content: object) => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
};
const shown = async (id: string) => JSON.parse(await rp('show', id));

describe('the scenes of a relying party', () => {
  it('are taken up, changed and given up by the command, each by itself', async () => {
    const before = (await shown('rp_hotel')).scenes;
    const added = await rp('scene', 'rp_hotel', 'parcel', '--purpose', 'send');
    expect(added).toContain('parcel of rp_hotel: level basic, for send, counter word late.');
    expect(await rp('scene', 'rp_hotel', 'parcel', '--level', 'strict')).toContain('level strict, for send');
    const { scenes } = await shown('rp_hotel');
    expect(scenes).toEqual([
      ...before,
      { scene: 'parcel', purposes: ['send'], level: 'strict', counterWord: 'late' },
    ]);
    expect(await rp('scene', 'rp_hotel', 'parcel', '--remove')).toContain('does not have the scene parcel');
    expect((await shown('rp_hotel')).scenes).toEqual(before);
  });

  it('are made weaker by two, and the command says how', async () => {
    await rp('scene', 'rp_hotel', 'rail', '--level', 'strict');
    await expect(rp('scene', 'rp_hotel', 'rail', '--level', 'basic')).rejects.toThrow(
      'npm run rp -- propose scene rp_hotel rail --level basic',
    );
    expect(await rp('propose', 'scene', 'rp_hotel', 'rail', '--level', 'basic')).toContain('approve prp_');
    expect((await shown('rp_hotel')).scenes).toContainEqual(
      expect.objectContaining({ scene: 'rail', level: 'strict' }),
    );
  });

  it.each([
    [['--level', 'gold'], '--level is one of basic, strict'],
    [['--purpose', 'send'], '--purpose send: rail has board-train, help-with-train'],
    [['--remove', '--level', 'basic'], 'leave --level and --purpose out'],
  ])('are not chosen by %j', async (more, why) => {
    await expect(rp('scene', 'rp_hotel', 'rail', ...more)).rejects.toThrow(why);
  });
});

it('a key is added for its time', async () => {
  const day = 24 * 3_600_000;
  const [from, until] = [world.clock.at + day, world.clock.at + 2 * day].map((at) =>
    new Date(at).toISOString(),
  );
  const key = file('key.json', makePair('next-year').open);
  const times = ['--not-before', from ?? '', '--not-after', until ?? ''];
  expect(await rp('add-key', 'cnt_hotel-1', '--key', key, ...times)).toContain(`from ${from} until ${until}`);
  const { keys } = await shown('cnt_hotel-1');
  expect(keys).toContainEqual(
    expect.objectContaining({
      ...{ kid: 'next-year', state: 'not-yet' },
      ...{ notBefore: Date.parse(from ?? ''), notAfter: Date.parse(until ?? '') },
    }),
  );
  await expect(rp('add-key', 'cnt_hotel-1', '--not-before', 'soon')).rejects.toThrow(
    '--not-before is a time',
  );
});

it('acceptance points and owners of terminals are added, listed, changed and revoked', async () => {
  const added = await rp('point', 'add', 'rp_hotel', 'Town Hall', '--place', '8 Civic Road');
  expect(added).toBe('acp_town-hall  rp_hotel  Town Hall  8 Civic Road  active');
  expect(await rp('point', 'change', 'acp_town-hall', '--place', '9 Civic Road')).toContain('9 Civic Road');
  expect(await rp('point', 'list', 'rp_hotel')).toContain('acp_town-hall');
  expect(await rp('point', 'revoke', 'acp_town-hall', '--reason', 'closed')).toContain('revoked');
  expect(await rp('terminal-owner', 'add', 'rp_hotel', 'Kiosks')).toBe(
    'own_kiosks  rp_hotel  Kiosks  active',
  );
  expect(await rp('terminal-owner', 'change', 'own_kiosks', 'Hotel Kiosks')).toContain('Hotel Kiosks');
  expect(await rp('terminal-owner', 'list')).toContain('own_kiosks');
  expect(await rp('terminal-owner', 'revoke', 'own_kiosks')).toContain('revoked');
  await expect(rp('point', 'close', 'acp_town-hall')).rejects.toThrow('point takes one of list, add');
});

describe('an import', () => {
  const party = (id: string, more: object = {}) => ({ id, name: id, scenes: ['hotel'], ...more });

  it('names file, place, reason and way out of what is refused, and takes the rest', async () => {
    const bad = party('rp_two', { purposes: { hotel: ['send'] } });
    const path = file('many.json', {
      relyingParties: [party('rp_one'), bad, party('rp_three')],
      counters: [],
    });
    const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
    const desk = onlineDesk({ bffUrl: world.url, token: lin.token, registrarToken });
    await expect(findVerb('import', [path])(desk, {})).rejects.toThrow(
      'mend what is named above and start again',
    );
    expect(printed.mock.calls.join('\n')).toBe(
      `${path}: relyingParties[1] (rp_two) is refused: ${errorTexts['scenes-invalid'].en} ${actions['fix-request'].en} (scenes-invalid)\n2 added, 1 refused`,
    );
    printed.mockRestore();
    for (const id of ['rp_one', 'rp_three']) expect((await shown(id)).standing).toBe('active');
    await expect(rp('show', 'rp_two')).rejects.toThrow('not-found');
  });

  it('that breaks off says how far it came, and goes on from there', async () => {
    const stolen = await operatorOf(world, 'Wu', world.clock.at - limits.verificationFresh);
    const desk = onlineDesk({ bffUrl: world.url, token: stolen.token, registrarToken });
    const path = file('more.json', { relyingParties: [party('rp_four')], counters: [] });
    await expect(findVerb('import', [path])(desk, {})).rejects.toThrow(
      /operator -- token.*\n0 of 1 are done/,
    );
    expect(await rp('import', path)).toBe('1 added');
    expect(await rp('import', path)).toBe('1 unchanged');
  });
});
