import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { Acknowledgements } from '@/lib/collab/acknowledgements';
import { saveLabel } from '@/lib/collab/save-state';

function screen() {
  const doc = new Y.Doc();
  const acknowledgements = new Acknowledgements(doc.clientID);
  const sent: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') return;
    acknowledgements.addLocal(update);
    sent.push(update);
  });
  return { doc, acknowledgements, sent, map: doc.getMap<number>('m') };
}

it('[CV13] waits for the echo of every change, in whatever batches it comes', () => {
  const { acknowledgements, sent, map } = screen();
  for (let at = 0; at < 5; at += 1) map.set('x', at);
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(Y.mergeUpdates(sent.slice(0, 3)));
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(sent[3] as Uint8Array);
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(sent[4] as Uint8Array);
  expect(acknowledgements.hasPending).toBe(false);
});

it('[CV13] waits for removals too, which add nothing to the clock', () => {
  const { acknowledgements, sent, map } = screen();
  map.set('x', 1);
  acknowledgements.addCommitted(sent[0] as Uint8Array);
  map.delete('x');
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(sent[0] as Uint8Array);
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(sent[1] as Uint8Array);
  expect(acknowledgements.hasPending).toBe(false);
});

it('[CV13] takes no other change for its own', () => {
  const { acknowledgements, map } = screen();
  map.set('x', 1);
  const other = new Y.Doc();
  other.getMap('m').set('y', 2);
  acknowledgements.addCommitted(Y.encodeStateAsUpdate(other));
  expect(acknowledgements.hasPending).toBe(true);
});

it('[CV13] believes the clocks and the deletes the server has after a lost connection', () => {
  const { doc, acknowledgements, map } = screen();
  map.set('x', 1);
  map.delete('x');
  const server = new Y.Doc();
  Y.applyUpdate(server, Y.encodeStateAsUpdate(doc));
  acknowledgements.addCommittedClock(Y.encodeStateVector(server));
  expect(acknowledgements.hasPending).toBe(true);
  acknowledgements.addCommitted(Y.encodeStateAsUpdate(server));
  expect(acknowledgements.hasPending).toBe(false);
});

it('[CV13] is not deceived by an echo with a gap', () => {
  const { acknowledgements, sent, map } = screen();
  map.set('a', 1);
  map.set('b', 2);
  acknowledgements.addCommitted(sent[1] as Uint8Array);
  expect(acknowledgements.hasPending).toBe(true);
});

it('[CV13] says so in one label', () => {
  expect([
    saveLabel({ connection: 'online', unsaved: false }),
    saveLabel({ connection: 'online', unsaved: true }),
    saveLabel({ connection: 'offline', unsaved: false }),
    saveLabel({ connection: 'offline', unsaved: true }),
    saveLabel({ connection: 'connecting', unsaved: false }),
    saveLabel({ connection: 'stopped', unsaved: true }),
  ]).toEqual(['saved', 'unsaved', 'offline', 'offline-unsaved', 'connecting', 'stopped']);
});
