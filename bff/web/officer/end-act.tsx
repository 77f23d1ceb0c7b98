import { Act } from '../staff/parts/act.tsx';
import { Say } from '../staff/say.tsx';

/** The way out of a session, whatever its step: pressed twice, for nothing will have been decided. */
export function EndAct({ end }: { end: () => Promise<void> }) {
  return (
    <Act
      work={end}
      id="end"
      twice={{
        press: { zh: '再按一次：结束本次', en: 'Press again: end it' },
        means: {
          zh: '什么都不会决定，可以重新开始。',
          en: 'Nothing will have been decided; it can be begun anew.',
        },
      }}
    >
      <Say zh="结束本次" en="End this one" />
    </Act>
  );
}
