/** Milliseconds between two looks at whether the screen is still waiting, and until a part that did not come is asked for again. */
const lookAgain = 300;
const tryAgain = 5000;

/** What the first page did not need, in the order in which a person comes to it. */
const parts: readonly (() => Promise<unknown>)[] = [
  () => import('./capture/face/index.tsx'),
  () => import('./pages/home/index.tsx'),
];

/**
 * In a browser: fetches the pages that are not there yet, one part after the other, once the first one shows what it is for. From then on
 * a network that is lost strands nobody on the way to a page. It waits so that the page that somebody looks at comes first.
 */
export async function loadLater(): Promise<void> {
  while (document.querySelector('#landing, #app .progress') !== null) await after(lookAgain);
  for (const load of parts) while (!(await load().then(yes, no))) await after(tryAgain);
}

const yes = (): boolean => true;
const no = (): boolean => false;
const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
