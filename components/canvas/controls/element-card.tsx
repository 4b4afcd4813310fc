import { useMemo } from 'react';
import { type Editor, useValue } from 'tldraw';
import type { Rect } from '@/lib/domain/layout/picture';
import type { Template } from '@/lib/domain/template/template';
import { parentIds, pathUp } from '@/lib/domain/template/template-tree';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import type { Board } from '../board-context';
import { showElement } from '../board-editor';
import { CARD_ID, closeCard } from '../board-keys';
import { NOTE_WIDTH, type NoteShapeProps } from '../shapes/shape-props';
import { createNote, startWriting } from '../tools/note-tool';
import { Icon } from './icons';
import styles from './panel.module.css';

type Kind = keyof typeof nlCanvas.kinds;
type Element = { id: string; kind: Kind; label: string };

function elementsOf(template: Template): Map<string, Element> {
  const found = new Map<string, Element>();
  const add = (kind: Kind, items: { id: string; label: string }[]): void => {
    for (const { id, label } of items) found.set(id, { id, kind, label });
  };
  add(
    'layer',
    template.layers.map(({ id, section, name }) => ({ id, label: `${section} ${name}` })),
  );
  add('block', template.blocks);
  add('group', template.groups);
  add('point', template.points);
  return found;
}

function useTemplateFacts(template: Template) {
  return useMemo(() => ({ elements: elementsOf(template), parents: parentIds(template) }), [template]);
}

/** Where a note's middle belongs to this element and to nothing within it, at the depth of now and when one comes closer. */
function placeFor(board: Board, elementId: string, rect: Rect, there: number): { x: number; y: number } {
  const x = rect.x + Math.min(rect.w - 20, Math.max(rect.w / 2, rect.w - NOTE_WIDTH / 2)) + (there % 4) * 8;
  const low = { x, y: rect.y + Math.min(rect.h / 2, 120) + there * 14 };
  const spots = [low, { x, y: rect.y + 10 }, { x: rect.x + rect.w / 2, y: rect.y + 10 }];
  const depths = ['near', board.depth.get()] as const;
  return (
    spots.find((spot) => depths.every((depth) => board.index.elementAt(spot.x, spot.y, depth) === elementId)) ?? low
  );
}

/** Right of the element or in it, a little lower for each note that is there already. */
function putNoteOn(editor: Editor, board: Board, elementId: string): void {
  const rect = board.index.rectOf(elementId);
  if (!rect) return;
  const { x, y } = placeFor(board, elementId, rect, notesOn(editor, elementId));
  startWriting(editor, createNote(editor, x, y));
}

const notesOn = (editor: Editor, elementId: string): number =>
  editor
    .getCurrentPageShapes()
    .filter(
      (shape) =>
        (shape.type as string) === 'kp-note' && (shape.props as unknown as NoteShapeProps).attached === elementId,
    ).length;

function Points({ template, id }: { template: Template; id: string }) {
  const groups = new Set(template.groups.filter((group) => group.parentId === id).map((group) => group.id));
  const points = template.points.filter((point) => point.parentId === id || groups.has(point.parentId));
  if (points.length === 0) return null;
  return (
    <details>
      <summary>{nlCanvas.cardPoints(points.length)}</summary>
      <ul>
        {points.map((point) => (
          <li key={point.id}>{point.label}</li>
        ))}
      </ul>
    </details>
  );
}

function Interventions({
  template,
  ids,
  dots,
}: {
  template: Template;
  ids: ReadonlySet<string>;
  dots: ReadonlyMap<string, number>;
}) {
  const points = template.interventionPoints.filter((point) => point.concerns.some((id) => ids.has(id)));
  if (points.length === 0) return null;
  return (
    <>
      <h3 title={nlCanvas.cardInterventionHint}>{nlCanvas.cardIntervention}</h3>
      <ul className={styles.cardBalls}>
        {points.map((point) => {
          const count = dots.get(point.number);
          return (
            <li key={point.id}>
              <span className={styles.smallBall}>{point.number}</span> {point.label}
              {count !== undefined && ` – ${nlCanvas.dots(count)}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** The element itself and what lies in it, down to groups and points. */
function within(parents: ReadonlyMap<string, string>, id: string): Set<string> {
  return new Set([id, ...[...parents.keys()].filter((child) => pathUp(parents, child).ids.includes(id))]);
}

/** A small card on the element somebody chose. */
export function ElementCard({
  editor,
  board,
  template,
  canWrite,
}: {
  editor: Editor;
  board: Board;
  template: Template;
  canWrite: boolean;
}) {
  const { elements, parents } = useTemplateFacts(template);
  const focused = useValue('focused', () => board.focused.get(), [board]);
  const dots = useValue('dots', () => board.dots.get(), [board]);
  const notes = useValue('notes here', () => (focused === null ? 0 : notesOn(editor, focused)), [editor, focused]);
  const element = focused === null ? undefined : elements.get(focused);
  if (!element) return null;
  const path = pathUp(parents, element.id)
    .ids.slice(1)
    .map((id) => elements.get(id))
    .filter((one) => one !== undefined)
    .reverse();
  return (
    <section id={CARD_ID} tabIndex={-1} className={styles.elementCard} aria-label={element.label}>
      <button
        type="button"
        className={styles.cardClose}
        aria-label={nlCanvas.close}
        title={nlCanvas.close}
        onClick={() => closeCard(editor, board)}
      >
        <Icon name="close" />
      </button>
      <p className={styles.cardKind}>{nlCanvas.kinds[element.kind]}</p>
      <h2>{element.label}</h2>
      {path.length > 0 && (
        <p className={styles.cardPath}>
          {nlCanvas.cardBelongsTo}: {path.map((one) => one.label).join(' › ')}
        </p>
      )}
      <Points template={template} id={element.id} />
      <Interventions template={template} ids={within(parents, element.id)} dots={dots} />
      {notes > 0 && <p className={styles.cardPath}>{nlCanvas.cardNotes(notes)}</p>}
      <div className={styles.cardActions}>
        {canWrite && (
          <button type="button" className={styles.action} onClick={() => putNoteOn(editor, board, element.id)}>
            {nlCanvas.noteHere}
          </button>
        )}
        <button type="button" className={styles.quiet} onClick={() => showElement(editor, board, element.id)}>
          {nlCanvas.zoomHere}
        </button>
      </div>
    </section>
  );
}
