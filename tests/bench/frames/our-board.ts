/** The product as people use it, with a workshop whose board holds the notes; they come in over the real sync path. */
import type * as Y from 'yjs';
import { type CreatedWorkshop, paths } from '../../../lib/api/contracts';
import { mapPaths } from '../../../lib/api/map-contracts';
import type { RecordKey } from '../../../lib/collab/records';
import { exampleNote, writeNewRecord } from '../../../lib/collab/workshop-doc';
import { layoutTemplate } from '../../../lib/domain/layout/layout-template';
import type { Picture } from '../../../lib/domain/layout/picture';
import type { Template } from '../../../lib/domain/template/template';
import { nlCanvas } from '../../../lib/messages/nl-canvas';
import { ApiPerson } from '../../support/api-person';
import { type BenchNote, benchNotes } from './bench-notes';

export type OurBoard = { path: string; person: ApiPerson; picture: Picture; notes: BenchNote[] };

const COLOURS = ['yellow', 'green', 'blue', 'pink', 'white'] as const;
/** Notes go in batches, as more people at once would write them. */
const BATCH = 250;
const STORED_MS = 30_000;

function keyOf(number: number): RecordKey {
  return `note:0000beef-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function writeNotes(doc: Y.Doc, notes: readonly BenchNote[], from: number, author: string): void {
  doc.transact(() => {
    notes.forEach(({ text, anchor, dx, dy }, i) => {
      const record = { ...exampleNote(author), text, anchor, attached: anchor, x: dx, y: dy };
      writeNewRecord(doc, keyOf(from + i), {
        ...record,
        colour: COLOURS[(from + i) % COLOURS.length] ?? 'yellow',
      } as ReturnType<typeof exampleNote>);
    });
  });
}

/** Whether somebody who opens the board now gets everything: what the writer knows has been stored. */
async function untilStored(person: ApiPerson, boardId: string, count: number): Promise<void> {
  const end = performance.now() + STORED_MS;
  while (performance.now() < end) {
    const reader = person.openBoard(boardId);
    await reader.ready();
    const { size } = reader.doc.getMap('records');
    reader.close();
    if (size >= count) return;
  }
  throw new Error(`the board did not hold ${count} notes within ${STORED_MS / 1000} s`);
}

/** @param facilitator signed in at the running product */
export async function fillBoard(facilitator: ApiPerson): Promise<OurBoard> {
  const workshop = await facilitator.ask<CreatedWorkshop>('POST', paths.api.workshops, { title: 'Meting (verzonnen)' });
  const link = await facilitator.linkOf(workshop.workshopId, 'participant');
  const person = new ApiPerson(facilitator.url);
  const joined = await person.join(link.token, 'Meting');
  // What is measured is a board somebody has been on before: a tour would fade most of it.
  await person.send('POST', mapPaths.tour(workshop.workshopId), {});
  const state = await person.state(workshop.workshopId);
  const template = await person.ask<Template>(
    'GET',
    `${paths.api.template(state.template.slug)}?version=${state.template.version}`,
  );
  const picture = layoutTemplate(template, state.layoutVersion, nlCanvas.key);
  const notes = benchNotes(picture);
  const board = person.openBoard(workshop.boardId);
  await board.ready();
  for (let at = 0; at < notes.length; at += BATCH)
    writeNotes(board.doc, notes.slice(at, at + BATCH), at, `p:${joined.participantId}`);
  await untilStored(person, workshop.boardId, notes.length);
  board.close();
  return { path: paths.board(workshop.workshopId), person, picture, notes };
}
