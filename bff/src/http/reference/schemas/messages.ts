import { Message, MessagePeople, MessageTable, Said } from '../../../../../shared/contract/messages.ts';
import { type Entries, told } from '../entry.ts';
import { messageTable } from '../message-table.ts';

const [row] = messageTable.messages;
const [people] = messageTable.people;

/** The table of messages. */
export const messageSchemas: Entries = {
  Said: told(
    Said,
    {
      zh: '一处提示：现状和下一步',
      en: 'What is said at one moment. `{guest}`, `{staff}` and `{next}` stand for the people of the scene.',
    },
    { title: ['What is.'], hint: ['What to do next.'] },
  ),
  Message: told(
    Message,
    { zh: '一个时刻的全部提示', en: 'A moment of a session, and what each audience is told of it.' },
    {
      moment: ['Its name.', 'word'],
      state: ['The state of the session then; absent where there is no session.', 'claimed'],
      word: ['What `word` of the session is then.', 'awaited'],
      needsMoreTime: ['There where the session has it then.', true],
      clerk: ['On the clerk’s side of the counter.'],
      guest: ['On the screen that the guest sees, in both languages at once.'],
      holder: ['On the guest’s own phone, where it shares the moment.'],
      integrator: ['For whoever writes a counter’s program, and for its log.'],
    },
  ),
  MessagePeople: told(
    MessagePeople,
    {
      zh: '柜台两侧的人怎么称呼',
      en: 'Who stands on either side of the counter, as that kind of counter calls them.',
    },
    {
      scene: ['The kind of business.', 'hotel'],
      purpose: ['Of this purpose alone; absent where it is for all others of the scene.', 'collect'],
      guest: ['In the place of `{guest}`; `{Guest}` begins a sentence.'],
      staff: ['In the place of `{staff}`.'],
      next: ['In the place of `{next}`, in small letters within a sentence.'],
    },
  ),
  MessageTable: told(
    MessageTable,
    { zh: '提示语总表', en: 'What to tell whom, in both languages; the counter page says the same.' },
    {
      messages: ['One row a moment.', [row]],
      people: ['Names of people by scene.', [people]],
    },
  ),
};
