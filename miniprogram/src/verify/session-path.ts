/** Where a session stands at the BFF. */
export function sessionPath(sessionId: string): string {
  return `/holder/v1/sessions/${sessionId}`;
}
