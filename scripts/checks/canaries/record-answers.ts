/** Every answer over `fetch` from one address, from its headers to the last byte that has come. */
export interface Recorder {
  /** All that came so far. */
  answers(): Buffer;
  stop(): void;
}

/** Listens to all requests of this process to that address, event streams too. */
export function recordAnswers(address: string): Recorder {
  const { fetch } = globalThis;
  const parts: Uint8Array[] = [];
  globalThis.fetch = async (...asked) => {
    const answer = await fetch(...asked);
    if (!answer.url.startsWith(address)) return answer;
    parts.push(Buffer.from(`\n${answer.status}\n${JSON.stringify([...answer.headers])}\n`));
    void keep(answer.clone().body, parts);
    return answer;
  };
  return {
    answers: () => Buffer.concat(parts),
    stop() {
      globalThis.fetch = fetch;
    },
  };
}

async function keep(body: ReadableStream<Uint8Array> | null, parts: Uint8Array[]): Promise<void> {
  try {
    for await (const chunk of body ?? []) parts.push(chunk);
  } catch {
    // A stream that was cut has given what it gave.
  }
}
