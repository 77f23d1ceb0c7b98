/*
 * What stands for Taro's components in a browser: plain elements, as they are given. Taro's own are custom elements, with a runtime
 * of their own that is larger than Preact.
 */

export { Button } from './button.tsx';
export { Input } from './input.tsx';
export const View = 'div';
export const Text = 'span';
