import type { OperatorSession } from '../../../../shared/contract/operator/sign-in.ts';
import { useRoute } from '../route.ts';
import { AcceptancePoints } from './acceptance-points.tsx';
import { AddCounter } from './add-counter.tsx';
import { AddRp } from './add-rp.tsx';
import { CounterPage } from './counter.tsx';
import { DisputesPage } from './disputes.tsx';
import { FiguresPage } from './figures.tsx';
import { ImportPage } from './import.tsx';
import { Log } from './log.tsx';
import { Operators } from './operators.tsx';
import { OverviewPage } from './overview.tsx';
import { Pair } from './pair.tsx';
import { Proposals } from './proposals.tsx';
import { RelyingParties } from './relying-parties.tsx';
import { RelyingPartyPage } from './relying-party.tsx';
import { ReportsPage } from './reports.tsx';
import { TerminalOwners } from './terminal-owners.tsx';
import { WebhookPage } from './webhook.tsx';
import { Webhooks } from './webhooks.tsx';

/** The page of the address, for who is signed in. Another address is another page, from its heading on. */
export function Rooms({ session }: { session: OperatorSession }) {
  const route = useRoute();
  switch (route.page) {
    case 'overview':
      return <OverviewPage />;
    case 'relying-parties':
      return <RelyingParties />;
    case 'add-rp':
      return <AddRp />;
    case 'import':
      return <ImportPage />;
    case 'rp':
      return <RelyingPartyPage key={route.rpId} rpId={route.rpId} />;
    case 'add-counter':
      return <AddCounter key={route.rpId} rpId={route.rpId} />;
    case 'webhooks':
      return <Webhooks key={route.rpId} rpId={route.rpId} />;
    case 'acceptance-points':
      return <AcceptancePoints key={route.rpId} rpId={route.rpId} />;
    case 'terminal-owners':
      return <TerminalOwners key={route.rpId} rpId={route.rpId} />;
    case 'webhook':
      return <WebhookPage key={route.webhookId} webhookId={route.webhookId} />;
    case 'counter':
      return <CounterPage key={route.counterId} counterId={route.counterId} />;
    case 'figures':
      return <FiguresPage />;
    case 'disputes':
      return <DisputesPage />;
    case 'reports':
      return <ReportsPage />;
    case 'proposals':
      return <Proposals session={session} />;
    case 'log':
      return <Log />;
    case 'operators':
      return <Operators session={session} />;
    case 'pair':
      return <Pair key={route.code} code={route.code} />;
  }
}
