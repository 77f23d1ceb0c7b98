import type { SampleKind } from '../../../shared/challenge.ts';
import { isWeakPin } from '../../../shared/sample/is-weak-pin.ts';
import { unpackCard } from '../../../shared/sample/unpack-card.ts';
import { unpackPin } from '../../../shared/sample/unpack-pin.ts';
import { hashPin } from '../assist/hash-pin.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Decision, Outcome } from './decision.ts';

const brings: readonly Outcome[] = ['pass', 'review'];

/**
 * A raise that passes, or is to be reviewed, with the PIN that its holder typed, as it is to be kept. One that stands on the card is no secret, and the officer's page
 * takes none: where it came all the same another attempt is asked for.
 */
export async function withPin(
  ports: AuthorityPorts,
  samples: Map<SampleKind, Uint8Array>,
  found: Decision,
): Promise<Decision> {
  const [sealedPin, sealedCard] = [samples.get('pin'), samples.get('card')];
  if (sealedPin === undefined || sealedCard === undefined || !brings.includes(found.outcome)) return found;
  const pin = unpackPin(sealedPin);
  if (isWeakPin(pin, unpackCard(sealedCard).idNumber)) {
    const { raised: _, ...about } = found;
    return { ...about, outcome: 'retry', hints: [], blameless: true };
  }
  return { ...found, setsPin: await hashPin(ports, pin) };
}
