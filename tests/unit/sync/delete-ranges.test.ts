import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { covers, DeleteRanges, decodeClocks, encodeClocks, encodeDeletes } from '@/server/sync/board/delete-ranges';

it('[S2.5] joins ranges that touch or overlap', () => {
  const ranges = new DeleteRanges();
  for (const [start, end] of [
    [10, 12],
    [20, 25],
    [12, 15],
    [0, 1],
    [14, 21],
  ] as const) {
    ranges.add(start, end);
  }
  expect(ranges.bounds).toEqual([0, 1, 10, 25]);
});

it('[S2.5] knows exactly what it contains, compared with a plain set', () => {
  const ranges = new DeleteRanges();
  const plain = new Set<number>();
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed % below;
  };
  for (let round = 0; round < 500; round++) {
    const start = random(300);
    const end = start + 1 + random(6);
    const wanted = Array.from({ length: end - start }, (_, at) => plain.has(start + at)).every(Boolean);
    expect(ranges.contains(start, end)).toBe(wanted);
    if (random(3) > 0) continue;
    ranges.add(start, end);
    for (let at = start; at < end; at++) plain.add(at);
  }
  const flat = ranges.bounds.flatMap((bound, at) => (at % 2 === 0 ? [[bound, ranges.bounds[at + 1]]] : []));
  expect(flat.reduce((sum, [start = 0, end = 0]) => sum + end - start, 0)).toBe(plain.size);
});

it('[S3.2] writes deletes that Yjs reads as its own', () => {
  const ranges = new DeleteRanges();
  ranges.add(3, 5);
  ranges.add(9, 10);
  const { structs, ds } = Y.decodeUpdate(encodeDeletes(new Map([[42, ranges]])));
  expect(structs).toEqual([]);
  expect(ds.clients.get(42)?.map(({ clock, len }) => [clock, len])).toEqual([
    [3, 2],
    [9, 1],
  ]);
});

it('[S3.1] writes and reads state vectors as Yjs does', () => {
  const doc = new Y.Doc();
  doc.getMap('records').set('a', 1);
  const clocks = decodeClocks(Y.encodeStateVector(doc));
  expect(clocks).toEqual(new Map([[doc.clientID, 1]]));
  expect(Y.decodeStateVector(encodeClocks(clocks))).toEqual(clocks);
  expect(covers(new Map([[1, 5]]), new Map([[1, 5]]))).toBe(true);
  expect(covers(new Map([[1, 4]]), new Map([[1, 5]]))).toBe(false);
  expect(covers(new Map(), new Map([[1, 1]]))).toBe(false);
});
