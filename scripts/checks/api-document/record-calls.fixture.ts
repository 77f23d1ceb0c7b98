/** A call as it was made, and all that was answered. */
export interface RecordedCall {
  method: string;
  path: string;
  status: number;
  headers: Headers;
  body: string;
}

/** Records every call over `fetch` of this process to one of the addresses, event streams as far as they were read. */
export function recordCalls(addresses: readonly string[]) {
  const { fetch } = globalThis;
  const kept: Promise<RecordedCall>[] = [];
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    const address = addresses.find((each) => answer.url.startsWith(`${each}/`));
    if (address === undefined) return answer;
    const { method } = new Request(...asked);
    kept.push(keep(answer.clone(), method, new URL(answer.url).pathname));
    return answer;
  };
  return {
    calls: () => Promise.all(kept),
    stop() {
      globalThis.fetch = fetch;
    },
  };
}

async function keep(answer: Response, method: string, path: string): Promise<RecordedCall> {
  const { status, headers } = answer;
  const decoder = new TextDecoder();
  let body = '';
  try {
    for await (const chunk of answer.body ?? []) body += decoder.decode(chunk, { stream: true });
  } catch {
    // A stream that its reader left has given what it gave.
  }
  return { method, path, status, headers, body };
}
