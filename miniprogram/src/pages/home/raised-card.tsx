import { useEffect, useState } from 'react';
import { readCredential } from '../../apply/07-credential.ts';
import type { Holder } from '../../holder/holder.ts';
import { CredentialCard } from './credential-card.tsx';
import { type ShownCard, shownCard } from './shown-card.ts';

/** The card in colour, with its light, where a raise has passed: while both look at the phone. Then as the BFF has it, until when it is good too. */
export function RaisedCard({ holder }: { holder: Holder }) {
  const [card, setCard] = useState<ShownCard>({ status: 'live', level: 'strict', from: 'bff' });
  useEffect(() => {
    let gone = false;
    readCredential(holder).then(
      (read) => {
        if (!gone) setCard({ ...shownCard(read), from: 'bff' });
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [holder]);
  return <CredentialCard card={card} />;
}
