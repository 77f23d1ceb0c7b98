import type { Text } from '../../../../shared/text.ts';
import type { PageName } from '../../start/page-paths.ts';

/** What else can be done about one's credential, each on a page of its own. */
interface Entry {
  /** Of its row. */
  id: string;
  label: Text;
  page: PageName;
}

/** In the order in which they stand. Whoever adds a page adds its row here. */
export const entries: readonly Entry[] = [
  { id: 'entry-notices', label: { zh: '通知', en: 'Notices' }, page: 'notices' },
  { id: 'entry-family', label: { zh: '家人', en: 'Family' }, page: 'family' },
  {
    id: 'entry-consents',
    label: { zh: '我同意过什么、导出、注销', en: 'What I agreed to, export, erase' },
    page: 'consents',
  },
  {
    id: 'entry-appointment',
    label: { zh: '到受理点升级：找地方、预约', en: 'Acceptance points: find one, make an appointment' },
    page: 'appointment',
  },
  { id: 'entry-records', label: { zh: '核验记录', en: 'Records of checks' }, page: 'records' },
];
