/** In CSS pixels at the usual size of type. */
const rem = 16;

/**
 * Makes a style of our pages one of a shadow tree in somebody else's: the root is the host, the body is the frame in it, what depends on
 * the window depends on the room that the host has, and the size of type is the element's own, whatever the page made of `rem`.
 */
export function adaptStyle(css: string): string {
  return css
    .replace(/:root \{\n {2}font-size: max\([^;]*;\n\}/, '')
    .replaceAll(':root', ':host')
    .replace(/(^|[\s,}])body(?=[\s:,{])/g, '$1.desk')
    .replaceAll(/@media [^{]*\b(?:max-width: ([\d.]+)rem)[^{]*/g, (_rule, width) => container(Number(width)))
    .replaceAll('@media (max-aspect-ratio: 1) ', container(48))
    .replaceAll(/\b([\d.]+)v([wh])\b/g, '$1cq$2')
    .replaceAll('100dvh', '0')
    .replaceAll(/(?<![\w-])(-?[\d.]+)rem\b/g, 'calc($1 * var(--rem))');
}

const container = (width: number) => `@container liangzheng (max-width: ${width * rem}px) `;
