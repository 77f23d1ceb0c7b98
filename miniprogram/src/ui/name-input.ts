interface Named {
  label: string;
  /** What the browser may fill in by itself, as `autocomplete` has it. */
  fill: string;
  wrong: boolean;
  /** Only digits: the browser's own number fields count up and down, which a telephone's do not. */
  digits: boolean;
}

/**
 * In a browser, the field that one types in stands inside the component of that id, which may draw it later; it must be
 * named itself. The answer stops waiting for it.
 */
export function nameInput(id: string, named: Named): () => void {
  const host = process.env.TARO_ENV === 'h5' ? document.getElementById(id) : null;
  if (host === null || name(host, named)) return () => undefined;
  const drawn = new MutationObserver(() => {
    if (name(host, named)) drawn.disconnect();
  });
  drawn.observe(host, { childList: true, subtree: true });
  return () => drawn.disconnect();
}

function name(host: HTMLElement, { label, fill, wrong, digits }: Named): boolean {
  const input = host.querySelector('input');
  input?.setAttribute('aria-label', label);
  input?.setAttribute('autocomplete', fill);
  input?.setAttribute('aria-invalid', String(wrong));
  if (digits) input?.setAttribute('type', 'tel');
  return input !== null;
}
