/** @jsxImportSource preact */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

interface Given extends JSX.HTMLAttributes<HTMLDivElement> {
  className: string;
  hoverClass: string;
  disabled: boolean;
}

/**
 * A div. What it is to a screen reader and to the keyboard is said by `aria`, as of all else that is pressed here.
 * It has `hoverClass` while it is held down.
 */
export function Button({ className, hoverClass, ...others }: Given) {
  const [held, setHeld] = useState(false);
  const release = (): void => setHeld(false);
  return (
    <div
      {...others}
      className={held && !others.disabled ? `${className} ${hoverClass}` : className}
      onPointerDown={() => setHeld(true)}
      onPointerUp={release}
      onPointerCancel={release}
      onPointerLeave={release}
    />
  );
}
