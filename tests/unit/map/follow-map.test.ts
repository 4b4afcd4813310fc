import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { elementHref, elementInPath, lookOf } from '@/components/map/element-address';
import { followMap } from '@/components/map/follow-map';
import { isSameLoop } from '@/components/map/same-loop';
import type { ApiAnswer } from '@/lib/api/call-api';
import type { WorkshopMap } from '@/lib/api/map-contracts';

const mapOf = (version: number): WorkshopMap => ({
  version,
  ownPoints: [],
  facts: [],
  pins: [],
  stances: [],
  loops: [],
  opened: {},
});

function follow() {
  const asked: ((answer: ApiAnswer<WorkshopMap>) => void)[] = [];
  const versions: number[] = [];
  const problems: (string | null)[] = [];
  const follower = followMap({
    ask: () => new Promise((resolve) => asked.push(resolve)),
    onMap: ({ version }) => versions.push(version),
    onProblem: (sentence) => problems.push(sentence),
    wait: () => 100,
  });
  const answer = async (value: ApiAnswer<WorkshopMap>) => {
    asked.at(-1)?.(value);
    await vi.advanceTimersByTimeAsync(0);
  };
  return {
    follower,
    asked,
    versions,
    problems,
    answer,
    here: (version: number) => answer({ ok: true, value: mapOf(version) }),
  };
}

describe('the map of the group', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[MU6] is asked for at once, and again when the server tells of a newer one', async () => {
    const { follower, asked, versions, here } = follow();
    follower.want(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(asked).toHaveLength(1);
    await here(0);
    follower.want(0);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toHaveLength(1);
    follower.want(1);
    await vi.advanceTimersByTimeAsync(99);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    await here(1);
    expect(versions).toEqual([0, 1]);
  });

  it('[MU6] is asked for once at a time, however much changes, and the answer is never thrown away', async () => {
    const { follower, asked, versions, here } = follow();
    follower.want(1);
    await vi.advanceTimersByTimeAsync(0);
    for (let version = 2; version < 40; version += 1) {
      follower.want(version);
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(asked).toHaveLength(1);
    await here(5);
    expect(versions).toEqual([5]);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    await here(39);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(2);
    expect(versions).toEqual([5, 39]);
  });

  it('[MU6] an older answer changes nothing', async () => {
    const { follower, versions, here } = follow();
    follower.want(3);
    await vi.advanceTimersByTimeAsync(0);
    await here(3);
    follower.refresh();
    await vi.advanceTimersByTimeAsync(0);
    await here(2);
    expect(versions).toEqual([3]);
  });

  it('[MU6] a failure is said, tried again, and no longer said after an answer', async () => {
    const { follower, asked, problems, answer, here } = follow();
    follower.want(1);
    await vi.advanceTimersByTimeAsync(0);
    await answer({ ok: false, status: 500, code: 'x', message: 'Het lukt niet.' });
    expect(problems).toEqual(['Het lukt niet.']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toHaveLength(2);
    await here(1);
    expect(problems).toEqual(['Het lukt niet.', null]);
  });

  it('[MU6] stops with the page', async () => {
    const { follower, asked, versions, here } = follow();
    follower.want(1);
    await vi.advanceTimersByTimeAsync(0);
    follower.stop();
    await here(1);
    follower.refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([asked.length, versions]).toEqual([1, []]);
  });
});

describe('addresses', () => {
  it('[MU1] an element has one address per look, and the address names the element', () => {
    for (const id of ['L5.1.A', 'IP1.1', 'a/b ü', '00000000-0000-4000-8000-000000000000'])
      for (const look of ['auto', 'board', 'list'] as const) {
        const { pathname, searchParams } = new URL(elementHref('w1', id, look), 'http://x');
        expect(elementInPath(pathname)).toBe(id);
        expect(searchParams.get('weergave')).toBe({ auto: null, board: 'bord', list: 'lijst' }[look]);
      }
    expect(elementHref('w1', null, 'list')).toBe('/w/w1?weergave=lijst');
  });

  it('[MU1] an address asks for board or list, and nothing else in it does harm', () => {
    expect(['bord', 'lijst'].map(lookOf)).toEqual(['board', 'list']);
    for (const odd of [undefined, '', 'Bord', '__proto__', 'constructor', 'toString', ['bord', 'lijst']])
      expect(lookOf(odd)).toBe('auto');
  });

  it('[MU1] another address names nothing, and a mangled one does no harm', () => {
    for (const path of ['/w/w1', '/', '/w/w1/punt/', '/w/w1/bronnen/x', '/w/w1/punt/%E0%A4%A'])
      expect(elementInPath(path)).toBeNull();
  });
});

it('[MU7] a loop is the same wherever it begins, and another one is not', () => {
  expect(isSameLoop(['a', 'b', 'c'], ['b', 'c', 'a'])).toBe(true);
  expect(isSameLoop(['a', 'b', 'c'], ['a', 'c', 'b'])).toBe(false);
  expect(isSameLoop(['a', 'b'], ['a', 'b', 'c'])).toBe(false);
  expect(isSameLoop(['a'], ['a'])).toBe(true);
});
