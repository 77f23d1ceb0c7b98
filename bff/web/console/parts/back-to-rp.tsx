import type { RpId } from '../../../../shared/ids.ts';
import { Say } from '../../staff/say.tsx';

/** From a page about something of a relying party to its own. */
export function BackToRp({ rpId }: { rpId: RpId }) {
  return (
    <p>
      <a href={`#/rps/${rpId}`}>
        <Say zh="回到依赖方" en="Back to the relying party" />
      </a>
    </p>
  );
}
