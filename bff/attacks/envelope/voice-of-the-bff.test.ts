import { afterEach, expect, it, vi } from 'vitest';
import { Problem } from '../../../shared/problem.ts';
import { spoken } from '../world/assist.fixture.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { applicant, officerAt, samplesOf } from '../world/raise.fixture.ts';
import { sealingBff } from '../world/sealing-bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
afterEach(() => vi.restoreAllMocks());

/** The BFF throws each voice away and brings one of its own; answers what the authority said to it. */
function swapVoices(): unknown[] {
  const { authority } = world.ports;
  const bff = sealingBff(world);
  const relay = authority.relaySample.bind(authority);
  const said: unknown[] = [];
  vi.spyOn(authority, 'relaySample').mockImplementation(async (id, kind, upload) => {
    if (kind !== 'voice') return relay(id, kind, upload);
    upload.body.resume();
    said.push(...(await bff.bring(kind, await spoken(), upload.word)));
    throw new Problem('sample-refused');
  });
  return said;
}
const refused = ['sample-refused', 'sample-refused', 'sample-refused'];

it('an applicant is not enrolled with a voice that the BFF sealed: only the phone of the challenge brings samples', async () => {
  const said = swapVoices();
  const phone = await world.phone();
  await expect(applyAs(phone, citizen(950))).rejects.toMatchObject({ code: 'sample-refused' });
  expect(said).toEqual(refused);
  expect(await phone.card()).toMatchObject({ state: 'none' });
});

it('nor does a raise give somebody the voice of the BFF', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const session = await officer.open();
  const said = swapVoices();
  await expect(samplesOf(officer, who, session)).rejects.toThrow('sample-refused');
  expect(said).toEqual(refused);
});
