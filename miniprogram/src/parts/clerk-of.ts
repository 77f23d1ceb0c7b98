import type { Scene } from '../../../shared/scenes.ts';
import type { Text } from '../../../shared/text.ts';

const clerk: Text = { zh: '工作人员', en: 'the clerk' };

/** Who sits before the holder, as such a counter calls them. */
const clerks = {
  hotel: clerk,
  'net-bar': clerk,
  parcel: clerk,
  rail: clerk,
  air: clerk,
  ticket: clerk,
  hospital: clerk,
  peer: { zh: '对方', en: 'the other person' },
  acceptance: { zh: '受理员', en: 'the officer' },
  'gov-window': clerk,
  traffic: { zh: '民警', en: 'the officer' },
  'bank-account': clerk,
  'sim-card': clerk,
  company: clerk,
} as const satisfies Record<Scene, Text>;

/** Who sits before the holder at such a counter, for the middle of a sentence. */
export function clerkOf(scene: Scene): Text {
  return clerks[scene];
}
