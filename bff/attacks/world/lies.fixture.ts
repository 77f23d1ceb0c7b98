import { Value } from 'typebox/value';
import { Registration } from '../../../shared/contract/authority/registration.ts';

type SignedName = 'verdict' | 'challenge' | 'keyList';

/** What somebody in between makes of a signed text on its way, and of what the registrar says of a counter. */
export type Lies = Partial<Record<SignedName, (signed: string) => string>> & {
  registration?: (given: Registration) => Registration;
};

/** The JSON answer with its signed texts replaced. */
export function tell(lies: Lies, text: string): string {
  if (!text.startsWith('{')) return text;
  const told: Record<string, unknown> = { ...JSON.parse(text) };
  for (const name of ['verdict', 'challenge', 'keyList'] as const) {
    const signed = told[name];
    const lie = lies[name];
    if (lie !== undefined && typeof signed === 'string') told[name] = lie(signed);
  }
  if (lies.registration !== undefined) lieAboutAsker(told, lies.registration);
  return JSON.stringify(told);
}

function lieAboutAsker(told: Record<string, unknown>, lie: NonNullable<Lies['registration']>): void {
  const { asks } = told;
  if (typeof asks !== 'object' || asks === null || !('registration' in asks)) return;
  const { registration } = asks;
  if (!Value.Check(Registration, registration)) throw new Error('no registration to lie about');
  told.asks = { ...asks, registration: lie(registration) };
}

/** Lies the next time and never again; `told` says whether the lie was asked for. */
export function lieOnce(lies: Lies, name: SignedName, make: (signed: string) => string): { told: boolean } {
  const lie = { told: false };
  lies[name] = (signed) => {
    delete lies[name];
    lie.told = true;
    return make(signed);
  };
  return lie;
}
