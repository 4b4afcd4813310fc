import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { decodeClocks } from '@/server/sync/board/delete-ranges';
import { checkCompacted, compactUpdates } from '@/server/sync/compaction/compact-updates';

function writes(count: number): { doc: Y.Doc; rows: { seq: number; data: Uint8Array }[] } {
  const doc = new Y.Doc();
  const rows: { seq: number; data: Uint8Array }[] = [];
  doc.on('update', (data: Uint8Array) => rows.push({ seq: rows.length + 1, data }));
  for (let at = 0; at < count; at++) doc.getMap('records').set(`key-${at % 10}`, { at, text: 'x'.repeat(50) });
  return { doc, rows };
}

it('[S4] makes one snapshot that is the same board, and smaller', () => {
  const { doc, rows } = writes(500);
  const { sv, ds, data, quarantined } = compactUpdates(rows);
  const again = new Y.Doc();
  Y.applyUpdate(again, data);
  expect(again.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON());
  expect(data.length).toBeLessThan(rows.reduce((sum, row) => sum + row.data.length, 0) / 5);
  expect(decodeClocks(sv)).toEqual(new Map([[doc.clientID, 500]]));
  expect(Y.decodeUpdate(ds).ds).toEqual(Y.decodeUpdate(data).ds);
  expect(quarantined).toEqual([]);
});

it('[S4] keeps an update that waits for another', () => {
  const { doc, rows } = writes(3);
  const { data } = compactUpdates(rows.filter(({ seq }) => seq !== 2));
  const again = new Y.Doc();
  Y.applyUpdate(again, data);
  Y.applyUpdate(again, rows[1]?.data ?? new Uint8Array());
  expect(again.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON());
});

it('[S4.2] leaves out and names an update that throws', () => {
  const { doc, rows } = writes(5);
  const poison = { seq: 6, data: new Uint8Array([1, 1, 9, 0, 4, 255]) };
  const { data, quarantined } = compactUpdates([...rows, poison]);
  expect(quarantined.map(({ seq }) => seq)).toEqual([6]);
  const again = new Y.Doc();
  Y.applyUpdate(again, data);
  expect(again.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON());
});

it('[S4.1] refuses a result that lacks something, in the bytes or in what is said beside them', () => {
  const { rows } = writes(20);
  const all = compactUpdates(rows);
  const less = compactUpdates(rows.slice(0, 19));
  expect(() => checkCompacted(all, rows)).not.toThrow();
  expect(() => checkCompacted(less, rows)).toThrow('does not hold');
  expect(() => checkCompacted({ sv: all.sv, data: less.data }, rows)).toThrow('does not hold');
  expect(() => checkCompacted({ sv: less.sv, data: all.data }, rows)).toThrow('does not hold');
});
