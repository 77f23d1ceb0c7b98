import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';
import { asId, type CredentialHandle, type HolderId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { queueVoidOf } from '../outbox/queue-message.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/** What was lost by taking over: the phone before, and the credential that was live on it. */
export interface TakenOver {
  deviceThumbprint: string;
  credential?: CredentialHandle;
}

/**
 * Makes the device the holder's one live device; `same` where it is already, `first` where there was none. Where another was,
 * it loses its standing and the credential with it, in one write. Of two phones that log in at once, the later write wins and the other is the one taken over. The platform of
 * the login is noted with the holder, for good: it is part of who the holder is.
 * @throws Problem login-refused where the device key belongs to another holder: a phone makes a new key for a new account;
 * too-many-requests where the place was taken over too often of late
 */
export async function takeDevice(
  ports: Ports,
  holderId: HolderId,
  device: string,
  platform?: LoginPlatform,
): Promise<TakenOver | 'first' | 'same'> {
  const [holder] = await ports.db.read('select device, platform from holders where id = :holderId', {
    holderId,
  });
  if (platform !== undefined && holder?.platform === null) {
    await ports.db.write([
      {
        sql: 'update holders set platform = :platform where id = :holderId',
        params: { holderId, platform },
      },
    ]);
  }
  if (holder?.device === device) return 'same';
  const since = ports.now();
  const { written } = await take(
    ports,
    holder === undefined ? [] : [{ quota: 'takeovers-by-holder', subject: holderId }],
    {
      also:
        holder === undefined
          ? [
              {
                sql: 'insert into holders (id, device, since, platform) values (:holderId, :device, :since, :platform)',
                params: { holderId, device, since, platform: platform ?? null },
              },
            ]
          : [
              {
                sql: `update holders set device = :device, since = :since
                  where id = :holderId and device = :before returning id`,
                params: { holderId, device, since, before: holder.device ?? null },
                rows: 1,
              },
              queueVoidOf(ports, holderId),
              {
                sql: `update credentials set status = 'void', since = :since
                  where holder_id = :holderId and status = 'live' returning handle`,
                params: { holderId, since },
              },
            ],
    },
  );
  if (!written.done) {
    if (await heldByAnother(ports, holderId, device)) throw new Problem('login-refused');
    return takeDevice(ports, holderId, device, platform);
  }
  if (holder === undefined) return 'first';
  const handle = written.rows[2]?.[0]?.handle;
  return {
    deviceThumbprint: String(holder.device),
    ...(typeof handle === 'string' ? { credential: asId('crd', handle) } : {}),
  };
}

async function heldByAnother(ports: Ports, holderId: HolderId, device: string): Promise<boolean> {
  const [row] = await ports.db.read('select id from holders where device = :device', { device });
  return row !== undefined && row.id !== holderId;
}
