/** A counter that waits for this phone: `session` where its check was claimed, else its scan is still to be claimed. */
export interface WaitingCounter {
  asks: { rpName: string };
  session?: string;
}

/** Which counter waits while its guest is elsewhere in the app. Undefined where none does, or that cannot be learned now. */
export async function readWaitingCounter(): Promise<WaitingCounter | undefined> {
  return undefined;
}
