/** Where the operator's console is opened, and the name that passkeys are bound to (WebAuthn's relying party id). */
export interface ConsoleAddress {
  origin: string;
  rpId: string;
}

/**
 * The console's address by where the BFF is reached. A passkey is bound to a name and never to a number: a BFF of this machine is
 * `localhost` to it (WebAuthn level 3, section 5.1.2).
 */
export function consoleAddress(publicUrl: string): ConsoleAddress {
  const { protocol, hostname, port } = new URL(publicUrl);
  const rpId = hostname === '127.0.0.1' || hostname === '[::1]' ? 'localhost' : hostname;
  return { origin: `${protocol}//${rpId}${port === '' ? '' : `:${port}`}`, rpId };
}
