import type { Standing } from '../../ports/current-call.ts';
import type { QuotaName } from '../../ports/quotas.ts';

/**
 * `RateLimit-Policy` with each quota that was taken and may be told, and `RateLimit` with what is left of the one that will be used up
 * first (draft-ietf-httpapi-ratelimit-headers-10). Nothing where none was.
 */
export function rateLimitHeaders(standings: ReadonlyMap<QuotaName, Standing>): Record<string, string> {
  const all = [...standings].sort(([, a], [, b]) => a.left - b.left || b.next - a.next);
  const [tightest] = all;
  if (tightest === undefined) return {};
  const [name, { left, next }] = tightest;
  const policies = all
    .map(([policy, { most, window }]) => `"${policy}";q=${most}${window === undefined ? '' : `;w=${window}`}`)
    .sort();
  return { 'ratelimit-policy': policies.join(', '), ratelimit: `"${name}";r=${left};t=${next}` };
}
