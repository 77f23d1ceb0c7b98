import { useEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { announce, Say, useSay } from '../../staff/say.tsx';

/** A secret for somebody else, on the screen until the page is left: to be copied now. */
export function ShownOnce({ what, label }: { what: string; label: Text }) {
  const { say } = useSay();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  async function copy(): Promise<void> {
    field.current?.select();
    await navigator.clipboard.writeText(what).then(
      () => announce(say({ zh: '已复制', en: 'Copied' })),
      () => announce(say({ zh: '请用键盘复制：已全选', en: 'Copy it by the keyboard: it is selected' })),
    );
  }
  return (
    <div class="once">
      <label class="field">
        {say(label)}
        <input ref={field} readOnly value={what} class="secret" />
      </label>
      <button type="button" id="copy" onClick={() => void copy()}>
        <Say zh="复制" en="Copy" />
      </button>
    </div>
  );
}
