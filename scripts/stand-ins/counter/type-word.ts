import { randomUUID } from 'node:crypto';
import { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { callJson } from '../call-json.ts';
import { fetchToken } from './fetch-token.ts';
import type { CounterSettings } from './read-counter.ts';

/** The clerk of a counter, whoever opened the session there, types the three digits that a guest said. @throws CallProblem */
export async function typeWord(settings: CounterSettings, sessionId: string, word: string): Promise<void> {
  const { token } = await fetchToken(settings);
  const url = `${settings.bffUrl}/counter/v1/sessions/${sessionId}/word`;
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': randomUUID() };
  await callJson({ url, headers, body: { word } }, CounterView);
}
