import { type Static, Type } from 'typebox';
import { type Call, exact } from './schema.ts';

const Named = exact({ zh: Type.String(), en: Type.String() });

/** Who stands behind this service: shown on each page where people come in. */
export const About = exact({
  operator: Named,
  authority: Named,
  /** A telephone number, as people dial it. */
  hotline: Type.String(),
  /** Where the privacy text stands. */
  privacyUrl: Type.String(),
  /** Nothing that is checked here proves anything. */
  sandbox: Type.Boolean(),
});
export type About = Static<typeof About>;

export const readAboutCall = {
  method: 'GET',
  path: '/about',
  summary: 'Who stands behind this service: operator, authority, hotline and privacy text.',
  status: 200,
  answer: About,
} as const satisfies Call;
