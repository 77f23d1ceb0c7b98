import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

/**
 * Exchanges a login code for the platform's own id of the person, which is hashed at once and never stored.
 * @throws Problem login-refused, platform-unavailable
 */
export type PlatformLogin = (code: string) => Promise<{ subject: string }>;
export type PlatformLogins = Record<LoginPlatform, PlatformLogin>;
