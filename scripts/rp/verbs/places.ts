import * as points from '../../../shared/contract/operator/acceptance-points.ts';
import * as owners from '../../../shared/contract/operator/terminal-owners.ts';
import { Misused } from '../../program/run-command.ts';
import type { Desk } from '../desk.ts';
import { everyPage } from '../every-page.ts';
import { judge } from '../judge.ts';
import { type Options, reasonIn } from '../options.ts';
import { slugOf } from '../slug-of.ts';

type Verb = (desk: Desk, id: string, name: string, given: Options) => Promise<void>;

const pointVerbs: Readonly<Record<string, Verb>> = {
  async list(desk, rpId) {
    const query = rpId === '' ? {} : { rpId };
    for await (const { acceptancePoints } of everyPage(desk, points.listAcceptancePointsCall, query))
      for (const point of acceptancePoints) tellPoint(point);
  },
  async add(desk, rpId, name, { id = `acp_${slugOf(name)}`, place = name }) {
    const body = { acceptancePointId: id, rpId, name, place };
    judge(points.addAcceptancePointCall, body);
    tellPoint(await desk.ask(points.addAcceptancePointCall, { body }));
  },
  async change(desk, acceptancePointId, name, given) {
    const params = { acceptancePointId };
    const { version, ...before } = await desk.ask(points.showAcceptancePointCall, { params });
    const body = { version, name: name || before.name, place: given.place ?? before.place };
    tellPoint(await desk.ask(points.changeAcceptancePointCall, { params, body }));
  },
  async revoke(desk, acceptancePointId, _, given) {
    const asked = { params: { acceptancePointId }, body: { reason: reasonIn(given) } };
    tellPoint(await desk.ask(points.revokeAcceptancePointCall, asked));
  },
};

const ownerVerbs: Readonly<Record<string, Verb>> = {
  async list(desk, rpId) {
    const query = rpId === '' ? {} : { rpId };
    for await (const { terminalOwners } of everyPage(desk, owners.listTerminalOwnersCall, query))
      for (const owner of terminalOwners) tellOwner(owner);
  },
  async add(desk, rpId, name, { id = `own_${slugOf(name)}` }) {
    const body = { ownerId: id, rpId, name };
    judge(owners.addTerminalOwnerCall, body);
    tellOwner(await desk.ask(owners.addTerminalOwnerCall, { body }));
  },
  async change(desk, ownerId, name) {
    if (name === '') throw new Misused('terminal-owner change takes ID NAME.');
    const params = { ownerId };
    const { version } = await desk.ask(owners.showTerminalOwnerCall, { params });
    tellOwner(await desk.ask(owners.changeTerminalOwnerCall, { params, body: { version, name } }));
  },
  async revoke(desk, ownerId, _, given) {
    const asked = { params: { ownerId }, body: { reason: reasonIn(given) } };
    tellOwner(await desk.ask(owners.revokeTerminalOwnerCall, asked));
  },
};

/** `point list [RP]`, `point add RP NAME [--place] [--id]`, `point change ID [NAME] [--place]`, `point revoke ID`. @throws Misused, Refused */
export async function pointByCommand(desk: Desk, about: readonly string[], given: Options): Promise<void> {
  await perform('point', pointVerbs, desk, about, given);
}

/** `terminal-owner list [RP]`, `terminal-owner add RP NAME [--id]`, `change ID NAME`, `revoke ID`. @throws Misused, Refused */
export async function ownerByCommand(desk: Desk, about: readonly string[], given: Options): Promise<void> {
  await perform('terminal-owner', ownerVerbs, desk, about, given);
}

async function perform(
  kind: string,
  verbs: Readonly<Record<string, Verb>>,
  desk: Desk,
  [verb = '', id = '', name = '']: readonly string[],
  given: Options,
): Promise<void> {
  const work = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
  if (work === undefined) throw new Misused(`${kind} takes one of ${Object.keys(verbs).join(', ')}.`);
  if (verb !== 'list' && id === '') throw new Misused(`${kind} ${verb} says of which: npm run rp -- --help`);
  if (verb === 'add' && name === '') throw new Misused(`${kind} add takes a relying party and a name.`);
  await work(desk, id, name, given);
}

function tellPoint(point: points.AcceptancePointRecord): void {
  const { acceptancePointId, rpId, name, place, standing } = point;
  console.log(`${acceptancePointId}  ${rpId}  ${name}  ${place}  ${standing}`);
}

function tellOwner({ ownerId, rpId, name, standing }: owners.TerminalOwnerRecord): void {
  console.log(`${ownerId}  ${rpId}  ${name}  ${standing}`);
}
