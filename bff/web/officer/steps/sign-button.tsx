import { Phrases, Say } from '../../staff/say.tsx';

/** Sends a form that is signed by a passkey. It is never disabled: that would lose the focus. */
export function SignButton({
  id,
  working,
  isReady = true,
}: {
  id: string;
  working: boolean;
  isReady?: boolean;
}) {
  return (
    <button type="submit" id={id} class="main" aria-disabled={working || !isReady}>
      {working ? (
        <Say zh="正在处理…" en="Working …" />
      ) : (
        <Phrases zh={['用通行密钥', '确认']} en="Confirm with your passkey" />
      )}
    </button>
  );
}
