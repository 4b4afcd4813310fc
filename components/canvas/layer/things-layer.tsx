/**
 * One canvas for everything people made that is no element of the page. It lies on the board and moves along with it, so
 * that moving costs nothing; it is drawn again when something changed, when one looks past its edge, or at another zoom.
 */
import { useEffect, useRef } from 'react';
import { type Editor, react, useEditor } from 'tldraw';
import type { Rect } from '@/lib/domain/layout/picture';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { type Board, useBoard } from '../board-context';
import { type BoardElements, LAYER_Z } from './board-elements';
import { displayList } from './display-list';
import { grown } from './element-choice';
import styles from './layer.module.css';
import { paintLayer } from './paint-layer';

/** Drawn around what is in sight, as a part of it. */
const ROOM = 0.15;
/** While one zooms the drawing is stretched; beyond this it is made again. */
const STRETCH = 1.3;
const SETTLE_MS = 60;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;

type Drawn = { zoom: number; ratio: number; area: Rect };

const covers = (area: Rect, view: Rect): boolean =>
  view.x >= area.x && view.y >= area.y && view.x + view.w <= area.x + area.w && view.y + view.h <= area.y + area.h;

/** What is drawn last is sharp enough, and wide enough, for a camera that is still moving. */
function isGoodEnough(drawn: Drawn, zoom: number, view: Rect): boolean {
  const stretch = zoom / drawn.zoom;
  return stretch < STRETCH && stretch > 1 / STRETCH && covers(drawn.area, view);
}

function placeCanvas(
  canvas: HTMLCanvasElement,
  editor: Editor,
): { context: CanvasRenderingContext2D | null; drawn: Drawn } {
  const { x, y, w, h } = editor.getViewportPageBounds();
  const zoom = rounded(editor.getZoomLevel());
  const ratio = window.devicePixelRatio;
  const wide = grown({ x, y, w, h }, ROOM);
  // Whole pixels of the screen, so that nothing is blurred by half a pixel.
  const whole = (value: number, origin: number): number =>
    origin + Math.round((value - origin) * zoom * ratio) / (zoom * ratio);
  const area = { x: whole(wide.x, x), y: whole(wide.y, y), w: wide.w, h: wide.h };
  const width = Math.ceil(area.w * zoom * ratio);
  const height = Math.ceil(area.h * zoom * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
  }
  canvas.style.transform = `translate(${area.x}px, ${area.y}px) scale(${1 / zoom})`;
  const context = canvas.getContext('2d');
  context?.setTransform(1, 0, 0, 1, 0, 0);
  context?.clearRect(0, 0, width, height);
  const scale = zoom * ratio;
  context?.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale);
  return { context, drawn: { zoom, ratio, area } };
}

function drawAll(canvas: HTMLCanvasElement, editor: Editor, board: Board, { items, elements }: BoardElements): Drawn {
  const { context, drawn } = placeCanvas(canvas, editor);
  const names = board.names.get();
  const all = items.get();
  const list = displayList(all, {
    zoom: drawn.zoom,
    view: drawn.area,
    elements: elements.get(),
    bright: board.bright.get(),
  });
  if (context) {
    paintLayer(context, list, drawn.zoom, {
      author: (key) => names.get(key) ?? nlCanvas.someone,
      place: (id) => {
        const label = board.index.labelOf(id);
        return label === null ? null : nlCanvas.on(label);
      },
    });
  }
  canvas.dataset.things = String(all.length);
  return drawn;
}

/** Keeps the canvas in step with board and camera; returns what stops it. */
function keepDrawn(canvas: HTMLCanvasElement, editor: Editor, board: Board, elements: BoardElements): () => void {
  let drawn: Drawn | null = null;
  let isQueued = false;
  let isGone = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const draw = (): void => {
    isQueued = false;
    if (!isGone) drawn = drawAll(canvas, editor, board, elements);
  };
  // Once per turn, and still in the frame in which the board itself moves.
  const soon = (): void => {
    if (isQueued) return;
    isQueued = true;
    queueMicrotask(draw);
  };
  const stops = [
    react('layer: what is on it', () => {
      elements.items.get();
      elements.elements.get();
      board.names.get();
      board.bright.get();
      soon();
    }),
    react('layer: where one looks', () => {
      const { x, y, w, h } = editor.getViewportPageBounds();
      const zoom = rounded(editor.getZoomLevel());
      if (!drawn || !isGoodEnough(drawn, zoom, { x, y, w, h })) soon();
      clearTimeout(timer);
      // Standing still again: as sharp as can be.
      if (drawn && (drawn.zoom !== zoom || drawn.ratio !== window.devicePixelRatio))
        timer = setTimeout(soon, SETTLE_MS);
    }),
  ];
  document.fonts.addEventListener('loadingdone', soon);
  return () => {
    isGone = true;
    document.fonts.removeEventListener('loadingdone', soon);
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}

export function ThingsLayer() {
  const editor = useEditor();
  const board = useBoard();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    let stopDrawing: (() => void) | undefined;
    // The signals exist once the editor is set up, which is after this is first drawn.
    const stop = react('layer', () => {
      const elements = board.elements.get();
      stopDrawing?.();
      stopDrawing = elements && canvas.current ? keepDrawn(canvas.current, editor, board, elements) : undefined;
    });
    return () => {
      stop();
      stopDrawing?.();
    };
  }, [editor, board]);
  return <canvas ref={canvas} className={styles.layer} style={{ zIndex: LAYER_Z - 1 }} aria-hidden />;
}
