import { describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import { sessionChangesInMemory } from './session-changes.ts';

const id = asId('ses', `ses_${'s'.repeat(22)}`);
const change = { id, version: 1 };
const topics = [id, 'cnt_desk-1', 'open'];

describe('a change of a session', () => {
  it('is heard by who listens to the session, its counter or its state, and by nobody else', () => {
    const changes = sessionChangesInMemory();
    const heard: string[] = [];
    for (const topic of ['open', id, 'cnt_desk-1', 'cnt_desk-2', 'claimed'])
      changes.subscribe(topic, () => heard.push(topic));
    changes.publish(change, topics);
    expect(heard).toEqual([id, 'cnt_desk-1', 'open']);
  });

  it('is heard once by each listening, also of one function, until that one stops', () => {
    const changes = sessionChangesInMemory();
    let count = 0;
    const hear = () => {
      count += 1;
    };
    const stops = [changes.subscribe(id, hear), changes.subscribe(id, hear)];
    changes.publish(change, topics);
    expect(count).toBe(2);
    stops[0]?.();
    stops[0]?.();
    changes.publish(change, topics);
    expect(count).toBe(3);
    stops[1]?.();
    changes.publish(change, topics);
    expect(count).toBe(3);
  });

  it('goes on when a listener throws, and tells of it', () => {
    const faults: unknown[] = [];
    const changes = sessionChangesInMemory((error) => faults.push(error));
    const fault = new Error('x');
    let heard = false;
    changes.subscribe(id, () => {
      throw fault;
    });
    changes.subscribe(id, () => {
      heard = true;
    });
    changes.publish(change, topics);
    expect(heard).toBe(true);
    expect(faults).toEqual([fault]);
  });

  it('is not heard by one that stopped while it was told, nor by one that began then', () => {
    const changes = sessionChangesInMemory();
    const heard: string[] = [];
    changes.subscribe(id, () => {
      stop();
      changes.subscribe(id, () => heard.push('late'));
    });
    const stop = changes.subscribe(id, () => heard.push('stopped'));
    changes.publish(change, topics);
    expect(heard).toEqual([]);
  });

  it('hears again on a topic that nobody listened to for a while', () => {
    const changes = sessionChangesInMemory();
    changes.subscribe(id, () => {})();
    let heard = 0;
    changes.subscribe(id, () => {
      heard += 1;
    });
    changes.publish(change, topics);
    expect(heard).toBe(1);
  });
});
