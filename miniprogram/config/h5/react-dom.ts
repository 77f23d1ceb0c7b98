import { type ComponentChild, render } from 'preact';

/* What stands for React's renderer in a browser, beside `react.ts`: what Taro's runtime asks for. */

/** Preact draws by itself what changed in one go. */
export const unstable_batchedUpdates = (change: () => void): void => change();
/** Taro hands both on, and uses neither. */
export const findDOMNode = undefined;
export { render };

export default {
  createRoot: (container: Element) => ({ render: (shown: ComponentChild) => render(shown, container) }),
};
