import { describe, expect, it } from 'vitest';
import { hotel } from '../../ports/ports.fixture.ts';
import { prometheusMeasures } from './prometheus-measures.ts';

describe('the measures', () => {
  it('count what happened', async () => {
    const { measures, text, contentType } = prometheusMeasures();
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
        'lz_counter_tokens_issued_total 1',
        'lz_login_codes_sent_total 1',
        'lz_verdicts_refused_total{why="nonce"} 1',
      ]),
    );
  });

  it('bear the names of this product, and as labels words of closed lists only', async () => {
    const { measures, text } = prometheusMeasures();
    measures.sessionEnded('ses_someone');
    const own = (await text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(own.every((line) => line.startsWith('lz_'))).toBe(true);
    expect(own.join('\n')).not.toContain('someone');
    expect(own).toContain('lz_sessions_ended_total{state="other"} 1');
  });

  it('of two processes in one do not mix', async () => {
    const one = prometheusMeasures();
    one.measures.relaysInFlight(1);
    expect(await prometheusMeasures().text()).toContain('lz_relays_in_flight 0');
  });
});
