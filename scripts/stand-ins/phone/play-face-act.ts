import type { Act } from '../platforms/face-acts.ts';

/** What somebody does before the platform's own camera, at the sandbox platform. @throws Error where it was not looked at */
export async function playFaceAct(
  platformUrl: string,
  played: { verifyId: string; account: string; act: Act },
): Promise<void> {
  const answer = await fetch(`${platformUrl}/sandbox/v1/face-acts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(played),
  });
  if (!answer.ok) throw new Error(`the sandbox platform answered ${answer.status}`);
}
