/**
 * Sends the login code to the phone number; what the message says around it is the adapter's affair. Resolves when the
 * provider has taken it.
 * @throws Problem platform-unavailable, whose cause names neither number nor code
 */
export type SendSms = (phone: string, code: string) => Promise<void>;
