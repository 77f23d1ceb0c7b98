import { describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import type { Session } from '../../session/session.ts';
import { openBell } from './session-changes.ts';

const id = asId('ses', `ses_${'s'.repeat(22)}`);
const session: Session = {
  ...{ id, ceremony: 'verify', version: 1, openedAt: 0, deadline: 1, state: 'open' },
  parties: {},
  asked: {
    by: 'counter',
    code: { token: 't', secret: 's' },
    request: {
      ...{ rpId: asId('rp', 'rp_inn'), counterId: asId('cnt', 'cnt_desk-1') },
      ...{ scene: 'hotel', level: 'basic', purpose: 'check-in' },
    },
  },
};

describe('the bell', () => {
  it('is heard by who listens to the session, its counter or its state, and by nobody else', () => {
    const bell = openBell();
    const heard: string[] = [];
    for (const topic of ['open', id, 'cnt_desk-1', 'cnt_desk-2', 'claimed'])
      bell.listen(topic, () => heard.push(topic));
    bell.ring(session);
    expect(heard).toEqual([id, 'cnt_desk-1', 'open']);
  });

  it('is heard once by each listening, also of one function, until that one stops', () => {
    const bell = openBell();
    let count = 0;
    const hear = () => {
      count += 1;
    };
    const stops = [bell.listen(id, hear), bell.listen(id, hear)];
    bell.ring(session);
    expect(count).toBe(2);
    stops[0]?.();
    stops[0]?.();
    bell.ring(session);
    expect(count).toBe(3);
    stops[1]?.();
    bell.ring(session);
    expect(count).toBe(3);
  });

  it('goes on when a listener throws, and tells of it', () => {
    const faults: unknown[] = [];
    const bell = openBell((error) => faults.push(error));
    const fault = new Error('x');
    let heard = false;
    bell.listen(id, () => {
      throw fault;
    });
    bell.listen(id, () => {
      heard = true;
    });
    bell.ring(session);
    expect(heard).toBe(true);
    expect(faults).toEqual([fault]);
  });

  it('is not heard by one that stopped while it was ringing, nor by one that began then', () => {
    const bell = openBell();
    const heard: string[] = [];
    bell.listen(id, () => {
      stop();
      bell.listen(id, () => heard.push('late'));
    });
    const stop = bell.listen(id, () => heard.push('stopped'));
    bell.ring(session);
    expect(heard).toEqual([]);
  });

  it('hears again on a topic that nobody listened to for a while', () => {
    const bell = openBell();
    bell.listen(id, () => {})();
    let heard = 0;
    bell.listen(id, () => {
      heard += 1;
    });
    bell.ring(session);
    expect(heard).toBe(1);
  });
});
