import { Page } from '../../ui/page.tsx';
import { usePageParameters } from '../../ui/use-page-parameters.ts';
import '../../parts/ceremony.scss';
import '../result/result.scss';
import './meet.scss';
import { Begin } from './begin.tsx';
import { End } from './end.tsx';
import { Join } from './join.tsx';
import { texts } from './texts.ts';

definePageConfig({ navigationBarTitleText: '互相确认' });

/**
 * Two people confirm each other. Where it begins: show a code or scan one. `code`: one was scanned. `session`: this phone's own check is over,
 * and what is known of the other is shown.
 */
export default function MeetPage() {
  const { code, session } = usePageParameters();
  return (
    <Page title={texts.title} back={session === undefined}>
      {session !== undefined ? (
        <End session={session} />
      ) : code === undefined ? (
        <Begin />
      ) : (
        <Join code={code} />
      )}
    </Page>
  );
}
