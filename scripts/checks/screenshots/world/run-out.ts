/** A second or two for what sweeps up behind the time. */
const margin = 3_000;

/**
 * Makes a thing at once, whose time is over after `life` and which is remembered `memory` longer; the answer waits for the
 * end of its time and gives it out, and makes a new one where it is forgotten by then. All times in milliseconds.
 */
export function runOut<T>(make: () => Promise<T>, life: number, memory: number): () => Promise<T> {
  const begin = () => ({ made: make(), at: Date.now() });
  let newest = begin();
  newest.made.catch(() => undefined);
  return async () => {
    if (Date.now() > newest.at + life + memory - 2 * margin) newest = begin();
    const thing = await newest.made;
    const wait = newest.at + life + margin - Date.now();
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait)));
    return thing;
  };
}
