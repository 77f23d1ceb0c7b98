import { useLayoutEffect, useReducer } from 'preact/hooks';

/*
 * What stands for React in a browser: as much of it as the app and Taro's runtime use, by Preact itself. Preact's own stand-in
 * for React is larger than Preact.
 */

export { Component, createContext, createElement, createRef, Fragment } from 'preact';
export { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';

/** From this one on, Taro mounts by `createRoot`. */
export const version = '18';

/** React's hook of that name, for a store that tells of each change. */
export function useSyncExternalStore<Value>(
  subscribe: (onChange: () => void) => () => void,
  read: () => Value,
): Value {
  const value = read();
  const [, drawAgain] = useReducer((changes: number) => changes + 1, 0);
  useLayoutEffect(() => {
    const heed = (): void => drawAgain(undefined);
    if (!Object.is(read(), value)) heed();
    return subscribe(heed);
  }, [subscribe, read]);
  return value;
}
