import type { Journey } from './journey.ts';
import { resumeApply } from './start-apply.ts';
import { resumeVerify } from './start-verify.ts';

/** Which ceremony a page was opened for. */
export interface Errand {
  session?: string;
  application?: string;
}

/** The ceremony of the address, as the BFF knows it now. @throws HolderProblem */
export async function resume({ session, application = '' }: Errand): Promise<Journey> {
  return session === undefined ? await resumeApply(application) : await resumeVerify(session);
}

/** What the next page is opened with. */
export function errandOf({ view }: Journey): Record<string, string> {
  return view.ceremony === 'apply' ? { application: view.id } : { session: view.id };
}

/** Only what names the ceremony: routers add parameters of their own. */
export function errandIn({ session, application }: Record<string, string>): Record<string, string> {
  if (session !== undefined) return { session };
  return application === undefined ? {} : { application };
}
