import type { Text } from '../text.ts';
import type { People } from './people.ts';
import type { Said } from './to-the-clerk.ts';

/** What is said, with the people of a scene in their places. */
export function fill({ title, hint }: Said, people: People): Said {
  return { title: filled(title, people), hint: filled(hint, people) };
}

function filled({ zh, en }: Text, { guest, staff, next }: People): Text {
  const names: Readonly<Record<string, Text>> = {
    ...{ guest, staff },
    Guest: { ...guest, en: guest.en.charAt(0).toUpperCase() + guest.en.slice(1) },
    next: { ...next, en: next.en.toLowerCase() },
  };
  const put = (text: string, language: keyof Text) =>
    text.replace(/\{(\w+)\}/g, (mark, name: string) => names[name]?.[language] ?? mark);
  return { zh: put(zh, 'zh'), en: put(en, 'en') };
}
