import { rulesOf } from '../../../../shared/ceremonies.ts';
import type { Journey } from '../../journey/journey.ts';
import { HomeButton } from '../../parts/problem-panel.tsx';
import { AfterApplication } from './after-application.tsx';
import { AfterBinding } from './after-binding.tsx';
import { RaisedCard } from './raised-card.tsx';

/** What a pass has brought that is more than the result of a check: it stands with the home page, as no counter's check needs it. */
export function AfterPass({ journey: { holder, view } }: { journey: Journey }) {
  const { passBrings, beginsWith } = rulesOf(view.ceremony);
  switch (passBrings) {
    case 'level':
      return (
        <>
          <RaisedCard holder={holder} />
          <HomeButton />
        </>
      );
    case 'delegation':
      return <AfterBinding />;
    case 'credential':
    case 'result':
    case 'revocation':
      return <AfterApplication mayManage={beginsWith !== 'apply'} />;
  }
}
