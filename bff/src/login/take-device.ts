import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import type { CredentialHandle, HolderId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { readCredential } from '../credential/credential.ts';
import { endTicketOf } from '../credential/take-overs.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { type Lost, loseCredential } from './lose-credential.ts';
import { raiseCounter, type SoterKey } from './soter-key.ts';

/** What was lost by taking over: the phone before, and its credential, with the move by which. */
export interface TakenOver {
  deviceThumbprint: string;
  credential?: { handle: CredentialHandle; move: Lost['move'] };
}

/** The device that logs in, and what it proved. */
export interface Taking {
  device: string;
  platform: LoginPlatform | undefined;
  /** The secure key that signed for it. */
  soter: SoterKey | undefined;
}

/**
 * Makes the device the holder's one live device; `same` where it is already, `first` where there was none. Where another was,
 * it loses its standing and its credential becomes unusable, in one write. Of two phones that log in at once, the later write wins and the
 * other is the one taken over. The platform of the login is noted with the holder, for good: it is part of who the holder is. The counter
 * of a secure key rises in the same write.
 * @throws Problem login-refused where the device key belongs to another holder: a phone makes a new key for a new account;
 * soter-refused where the counter does not rise; too-many-requests where the place was taken over too often of late
 */
export async function takeDevice(
  ports: Ports,
  holderId: HolderId,
  taking: Taking,
): Promise<TakenOver | 'first' | 'same'> {
  const { device, platform, soter } = taking;
  const [holder] = await ports.db.read(
    'select device, platform, secured_by from holders where id = :holderId',
    { holderId },
  );
  if (platform !== undefined && holder?.platform === null)
    await ports.db.write([
      {
        sql: 'update holders set platform = :platform where id = :holderId',
        params: { holderId, platform },
      },
    ]);
  const secured = soter === undefined ? [] : [raiseCounter(holderId, soter)];
  if (holder?.device === device) {
    if (soter !== undefined) await noteSecured(ports, holderId, soter, secured);
    return 'same';
  }
  const since = ports.now();
  const place = { holderId, device, since, securedBy: soter?.cpu ?? null };
  const before = holder === undefined ? undefined : String(holder.device);
  const credential = before === undefined ? undefined : await readCredential(ports, holderId);
  const lost =
    before === undefined
      ? undefined
      : loseCredential(ports, credential, {
          ...{ holderId, before },
          unsecured: holder?.secured_by !== null && soter === undefined,
        });
  const { written } = await take(
    ports,
    before === undefined ? [] : [{ quota: 'takeovers-by-holder', subject: holderId }],
    {
      also: [
        before === undefined
          ? {
              sql: `insert into holders (id, device, since, platform, secured_by)
                values (:holderId, :device, :since, :platform, :securedBy)`,
              params: { ...place, platform: platform ?? null },
            }
          : {
              sql: `update holders set device = :device, since = :since, secured_by = :securedBy
                where id = :holderId and device = :before returning id`,
              params: { ...place, before },
              rows: 1,
            },
        endTicketOf(device),
        ...secured,
        ...(lost?.statements ?? []),
      ],
    },
  );
  if (!written.done) {
    await refuseUnfit(ports, holderId, taking);
    return takeDevice(ports, holderId, taking);
  }
  if (before === undefined) return 'first';
  return {
    deviceThumbprint: before,
    ...(lost && credential && { credential: { handle: credential.handle, move: lost.move } }),
  };
}

async function noteSecured(
  ports: Ports,
  holderId: HolderId,
  { cpu }: SoterKey,
  secured: Statement[],
): Promise<void> {
  const written = await ports.db.write([
    ...secured,
    { sql: 'update holders set secured_by = :cpu where id = :holderId', params: { holderId, cpu } },
  ]);
  if (!written.done) throw new Problem('soter-refused');
}

/** Why it was not written, where trying once more would not help. */
async function refuseUnfit(ports: Ports, holderId: HolderId, { device, soter }: Taking): Promise<void> {
  const [other] = await ports.db.read('select id from holders where device = :device', { device });
  if (other !== undefined && other.id !== holderId) throw new Problem('login-refused');
  if (soter === undefined) return;
  const sql = 'select counter from soter_keys where holder_id = :holderId and cpu = :cpu';
  const [known] = await ports.db.read(sql, { holderId, cpu: soter.cpu });
  if (known !== undefined && Number(known.counter) >= soter.counter) throw new Problem('soter-refused');
}
