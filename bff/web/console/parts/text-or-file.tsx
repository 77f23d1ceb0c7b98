import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../../staff/say.tsx';

/** A text that is pasted, or read from a file of this computer; nothing is sent by it. */
export function TextOrFile({
  paste,
  choose,
  rows,
  hear,
}: {
  paste: Text;
  choose: Text;
  rows: number;
  hear: (text: string) => void;
}) {
  const { say } = useSay();
  return (
    <>
      <label class="field">
        {say(paste)}
        <textarea rows={rows} spellcheck={false} onInput={({ currentTarget }) => hear(currentTarget.value)} />
      </label>
      <label class="field">
        {say(choose)}
        <input
          type="file"
          accept=".json,.jwk,application/json"
          onChange={({ currentTarget }) => void currentTarget.files?.[0]?.text().then(hear)}
        />
      </label>
    </>
  );
}
