import { describe, expect, it } from 'vitest';
import { hotel } from '../../ports/ports.fixture.ts';
import { prometheusMeasures } from './prometheus-measures.ts';

const outbox = async () => [{ kind: 'settle-attempt', count: 2, oldestSeconds: 7.5 }];

describe('the measures', () => {
  it('count what happened', async () => {
    const { measures, text, contentType } = prometheusMeasures(outbox);
    measures.sessionEnded('passed');
    measures.sessionEnded('passed');
    measures.relaysInFlight(1);
    measures.relaysInFlight(1);
    measures.relaysInFlight(-1);
    measures.relayed(200 * 1024);
    measures.verdictPushed(3);
    measures.tallied({ event: 'request-refused', surface: 'holder', code: 'code-forged' });
    measures.tallied({ event: 'counter-token-issued', ...hotel });
    measures.tallied({ event: 'login-code-sent' });
    measures.tallied({ event: 'verdict-refused', why: 'nonce' });
    const lines = (await text()).split('\n');
    expect(contentType).toContain('text/plain');
    expect(lines).toEqual(
      expect.arrayContaining([
        'lz_sessions_ended_total{state="passed"} 2',
        'lz_relays_in_flight 1',
        'lz_relayed_bytes_bucket{le="131072"} 0',
        'lz_relayed_bytes_bucket{le="262144"} 1',
        'lz_verdict_push_seconds_bucket{le="0.0025"} 0',
        'lz_verdict_push_seconds_bucket{le="0.005"} 1',
        'lz_requests_refused_total{surface="holder",code="code-forged"} 1',
        'lz_access_tokens_issued_total 1',
        'lz_login_codes_sent_total 1',
        'lz_verdicts_refused_total{why="nonce"} 1',
      ]),
    );
  });

  it('tell rate, errors and duration by route, and what may hang', async () => {
    const { measures, text } = prometheusMeasures(outbox);
    const request = { method: 'GET', route: '/counter/v1/sessions/:sessionId', surface: 'counter' } as const;
    measures.requestDone({ ...request, status: 200, seconds: 0.02 });
    measures.requestDone({ ...request, method: 'X'.repeat(99), status: 503, seconds: 3 });
    measures.tokenRefused('jti-used');
    measures.eventStreams(1);
    measures.jobRan('sweep', 'done', 0.01);
    measures.jobRan('sweep', 'failed', 0.01);
    measures.jobRan('forget', 'waits', 0.01);
    measures.quotaRefused('sessions-by-counter');
    measures.authorityAsked('read-verdict', 'unavailable', 0.5);
    const said = await text();
    const labels = 'route="/counter/v1/sessions/:sessionId",surface="counter"';
    for (const line of [
      `http_request_duration_seconds_bucket{le="0.025",method="GET",${labels},status_code="2xx"} 1`,
      `http_request_duration_seconds_count{method="other",${labels},status_code="5xx"} 1`,
      'lz_token_failures_total{reason="jti-used"} 1',
      'lz_event_streams 1',
      'lz_job_duration_seconds_count{job="sweep",outcome="failed"} 1',
      'lz_job_lease_held{job="sweep"} 1',
      'lz_job_lease_held{job="forget"} 0',
      'lz_quota_refusals_total{quota="sessions-by-counter"} 1',
      'lz_authority_request_duration_seconds_count{call="read-verdict",outcome="unavailable"} 1',
      'lz_outbox_messages{kind="settle-attempt"} 2',
      'lz_outbox_oldest_seconds{kind="settle-attempt"} 7.5',
    ])
      expect(said.split('\n')).toContain(line);
    expect(said).toMatch(/^lz_job_last_success_timestamp_seconds\{job="sweep"\} \d{10}\.\d+$/m);
    expect(said).not.toContain('lz_job_last_success_timestamp_seconds{job="forget"}');
  });

  it('say nothing of an outbox that cannot be read, and all else', async () => {
    const { text } = prometheusMeasures(() => Promise.reject(new Error('closed')));
    const said = await text();
    expect(said).not.toMatch(/^lz_outbox_messages\{/m);
    expect(said).toContain('lz_event_streams 0');
  });

  it('bear the names of this product, or those that dashboards for Node know, and as labels words of closed lists only', async () => {
    const { measures, text } = prometheusMeasures(outbox);
    measures.sessionEnded('ses_someone');
    const own = (await text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(own.filter((line) => !/^(lz_|process_|nodejs_|http_request_duration_seconds)/.test(line))).toEqual(
      [],
    );
    expect(own.join('\n')).not.toContain('someone');
    expect(own).toContain('lz_sessions_ended_total{state="other"} 1');
  });

  it('of two processes in one do not mix', async () => {
    const one = prometheusMeasures(outbox);
    one.measures.relaysInFlight(1);
    expect(await prometheusMeasures(outbox).text()).toContain('lz_relays_in_flight 0');
  });
});
