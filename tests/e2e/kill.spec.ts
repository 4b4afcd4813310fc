/**
 * [S2] kill -9 in the middle of edits by five people: what another person had seen, and every ballot that was
 * acknowledged, is there after the next start. Twenty times.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { type CreatedWorkshop, paths, type RoundView } from '@/lib/api/contracts';
import { readRecord, readRecords, recordsOf, writeNewRecord } from '@/lib/collab/workshop-doc';
import { ApiPerson, type BoardSession } from '../support/api-person';
import { freePort } from '../support/free-port';
import { type Product, startProduct } from '../support/product';

const KILLS = 20;
const PEOPLE = 5;

type Worker = { person: ApiPerson; author: string; session: BoardSession; stop: boolean };
type Ledger = { seenByOthers: Map<string, string>; acknowledged: Map<string, Set<string>> };

async function prepare(product: Product) {
  const facilitator = new ApiPerson(product.url);
  await facilitator.signIn(product.signInPath);
  const workshop = await facilitator.ask<CreatedWorkshop>('POST', paths.api.workshops, {
    title: 'Testsessie (verzonnen)',
  });
  const { token } = await facilitator.linkOf(workshop.workshopId, 'participant');
  const people: { person: ApiPerson; author: string }[] = [];
  for (let n = 1; n <= PEOPLE; n += 1) {
    const person = new ApiPerson(product.url);
    const joined = await person.join(token, `Testpersoon ${n}`);
    people.push({ person, author: `p:${joined.participantId}` });
  }
  const round = await facilitator.ask<RoundView>('POST', paths.api.rounds(workshop.workshopId), { budget: 5, cap: 3 });
  return { ...workshop, roundId: round.id, people };
}

async function keepWriting(worker: Worker, random: () => number): Promise<void> {
  while (!worker.stop) {
    const { doc } = worker.session;
    doc.transact(() =>
      writeNewRecord(doc, `note:${randomUUID()}`, {
        kind: 'note',
        v: 1,
        author: worker.author,
        anchor: null,
        x: Math.round(random() * 1000),
        y: 0,
        index: 'a1',
        colour: 'yellow',
        text: `Verzonnen notitie ${randomUUID()}`,
        attached: null,
      }),
    );
    await pause(5 + random() * 40);
  }
}

async function keepVoting(worker: Worker, ballotPath: string, ledger: Ledger): Promise<void> {
  for (let turn = 0; !worker.stop; turn += 1) {
    const allocation = { '1.1': (turn % 3) + 1, '5.6': turn % 2 };
    // What is under way when the server dies may or may not count; what was acknowledged replaces all before it.
    const key = JSON.stringify(allocation);
    const possible = ledger.acknowledged.get(worker.author) ?? new Set([normal(null)]);
    possible.add(key);
    ledger.acknowledged.set(worker.author, possible);
    const answer = await worker.person
      .send('PUT', ballotPath, { allocation, idempotencyKey: randomUUID() })
      .catch(() => null);
    if (!answer) return;
    expect(answer.status).toBe(200);
    ledger.acknowledged.set(worker.author, new Set([key]));
    await pause(30);
  }
}

/** Looks at what is new only: reading the whole board at every change would leave no time to see anything. */
function noteWhatOthersSee(worker: Worker, ledger: Ledger): void {
  const { doc } = worker.session;
  recordsOf(doc).observe(({ keysChanged }) => {
    for (const key of keysChanged) {
      const record = readRecord(doc, String(key));
      if (record?.kind === 'note' && record.author !== worker.author && record.text)
        ledger.seenByOthers.set(String(key), record.text);
    }
  });
}

const normal = (allocation: Record<string, number> | null) =>
  JSON.stringify({ '1.1': allocation?.['1.1'] ?? 0, '5.6': allocation?.['5.6'] ?? 0 });

test('[S2] nothing that another person saw and no acknowledged ballot is lost in twenty kills', async () => {
  test.setTimeout(600_000);
  const data = mkdtempSync(path.join(tmpdir(), 'knooppunt-kill-'));
  const port = await freePort();
  let product = await startProduct({ port, data });
  try {
    const { boardId, workshopId, roundId, people } = await prepare(product);
    const ledger: Ledger = { seenByOthers: new Map(), acknowledged: new Map() };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const before = ledger.seenByOthers.size;
      const workers = people.map(({ person, author }) => ({
        person,
        author,
        session: person.openBoard(boardId),
        stop: false,
      }));
      await Promise.all(workers.map((worker) => worker.session.ready()));
      for (const worker of workers) noteWhatOthersSee(worker, ledger);
      const work = workers.flatMap((worker) => [
        keepWriting(worker, Math.random),
        keepVoting(worker, paths.api.ballot(workshopId, roundId), ledger),
      ]);
      await expect.poll(() => ledger.seenByOthers.size, { intervals: [20] }).toBeGreaterThan(before);
      await pause(Math.random() * 1_000);
      await product.kill();
      for (const worker of workers) {
        worker.stop = true;
        worker.session.close();
      }
      await Promise.all(work);

      product = await startProduct({ port, data });
      // A new person with an empty document: nothing can come back from the memory of those who were there.
      const [first] = people;
      if (!first) throw new Error('nobody there');
      const fresh = first.person.openBoard(boardId);
      await fresh.ready();
      const found = readRecords(fresh.doc);
      const lost = [...ledger.seenByOthers].filter(([key, text]) => {
        const record = found.get(key as never);
        return record?.kind !== 'note' || record.text !== text;
      });
      fresh.close();
      expect(lost, `lost after kill ${kill}`).toEqual([]);
      for (const { person, author } of people) {
        const state = await person.state(workshopId);
        const mine = normal(state.rounds.find((round) => round.id === roundId)?.myAllocation ?? null);
        expect([...(ledger.acknowledged.get(author) ?? [])], `ballot of ${author} after kill ${kill}`).toContain(mine);
        ledger.acknowledged.set(author, new Set([mine]));
      }
    }
  } finally {
    await product.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
