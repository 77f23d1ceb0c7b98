import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { WhoAsks } from '../../../shared/contract/holder-view.ts';
import { checkCode } from '../../../shared/counter-code/check-code.ts';
import { parseCode } from '../../../shared/counter-code/parse-code.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { load } from '../session/load.ts';

export interface Landing {
  asks: WhoAsks;
  serverTime: number;
  deadline: number;
  ticket?: string;
}

export async function land(
  ports: Ports,
  opened: { code: string; ticket: string | undefined; source: string },
): Promise<Landing> {
  const parsed = parseCode(opened.code);
  if (parsed === undefined) throw new Problem('code-unreadable');
  const [row] = await ports.db.read('select id from sessions where code_token = :token', { token: parsed.token });
  const session = row && (await load(ports, String(row.id)));
  if (session?.asked.by !== 'counter') throw new Problem('code-forged');
  const { asked } = session;
  if (!('code' in asked)) throw new Problem('code-stale');
  const finding = checkCode({
    parsed,
    secret: decodeBase64url(asked.code.secret),
    ...asked.request,
    openedAt: session.openedAt,
    now: ports.now(),
    maxAgeMs: limits.lateCodeMaxAge,
    maxAheadMs: limits.counterCodeMaxAhead,
  });
  if (finding !== 'valid') throw new Problem(finding === 'forged' ? 'code-forged' : 'code-stale');
  const { rpId, counterId, scene, level, purpose } = asked.request;
  const counter = await ports.registry.counter(counterId);
  if (counter === undefined) throw new Problem('who-asks-unknown');
  return {
    asks: { rpId, counterId, scene, level, purpose, registration: counter.registered.signed },
    serverTime: ports.now(),
    deadline: session.openedAt + 300_000,
  };
}
