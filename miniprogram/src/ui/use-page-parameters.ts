import { useRouter } from '@tarojs/taro';

/** What the page was opened with. Routers hand the values over as they stand in the address, so they are decoded here. */
export function usePageParameters(): Record<string, string> {
  const { params } = useRouter();
  const decoded = Object.entries(params).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, decode(value)] as const],
  );
  return Object.fromEntries(decoded);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
