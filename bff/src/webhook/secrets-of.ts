import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { type WebhookSigning, webhookSignings } from '../../../shared/contract/operator/webhook-view.ts';
import type { Row, Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { openSecret, sealSecret, shownPublicKey, type WebhookSecret } from './webhook-secret.ts';

/** The secrets that sign for a webhook now, the newest first. */
export async function secretsOf(ports: Ports, webhookId: string): Promise<WebhookSecret[]> {
  const rows = await readSecrets(ports, webhookId);
  return rows.map((row) => ({
    signing: signingIn(row),
    bytes: openSecret(ports, webhookId, String(row.sealed)),
  }));
}

/** How each secret signs that counts now, and its public key where it has one: all that is shown of them afterwards. */
export async function shownOfSecrets(
  ports: Ports,
  webhookId: string,
): Promise<{ signing: WebhookSigning; publicKey: string | undefined }[]> {
  return (await readSecrets(ports, webhookId)).map((row) => ({
    signing: signingIn(row),
    publicKey: typeof row.public_key === 'string' ? row.public_key : undefined,
  }));
}

/** The statement that stores a new secret of a webhook, sealed. */
export function keepSecret(ports: Ports, webhookId: string, secret: WebhookSecret): Statement {
  return {
    sql: `insert into webhook_secrets (id, webhook_id, signing, sealed, public_key, since)
      values (:id, :webhookId, :signing, :sealed, :publicKey, :since)`,
    params: {
      id: encodeBase64url(ports.random(16)),
      webhookId,
      signing: secret.signing,
      sealed: sealSecret(ports, webhookId, secret.bytes),
      publicKey: secret.signing === 'ed25519' ? shownPublicKey(secret) : null,
      since: ports.now(),
    },
  };
}

function readSecrets({ db, now }: Ports, webhookId: string): Promise<Row[]> {
  return db.read(
    `select signing, sealed, public_key from webhook_secrets
      where webhook_id = :webhookId and (ends_at is null or ends_at > :now) order by since desc, id desc`,
    { webhookId, now: now() },
  );
}

function signingIn(row: Row): WebhookSigning {
  const signing = webhookSignings.find((known) => known === row.signing);
  if (signing === undefined) throw new Error('a secret of an unknown kind');
  return signing;
}
