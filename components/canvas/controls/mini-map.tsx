/** "Waar ben ik": the whole schema as bands of colour, with a frame around what is in sight. One canvas, drawn once. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Editor, react, useValue } from 'tldraw';
import type { Picture } from '@/lib/domain/layout/picture';
import { nlCanvas } from '@/lib/messages/nl-canvas';
import { showWholePicture } from '../board-camera';
import type { Board } from '../board-context';
import styles from './mini-map.module.css';
import { frameOf, MAP_WIDTH, placeOnBoard } from './mini-map-frame';

/** Part of the schema in sight from which on a small map says nothing new. */
const NEARLY_ALL = 0.9;
/** One press of an arrow key moves by this part of what is in sight. */
const STEP = 0.3;

function drawBands(canvas: HTMLCanvasElement, { layers, width }: Picture): void {
  const context = canvas.getContext('2d');
  const colours = getComputedStyle(canvas);
  const scale = canvas.width / width;
  for (const { rect, colour } of layers) {
    if (!context) return;
    context.fillStyle = colours.getPropertyValue(`--kp-layer-${colour}-bg`).trim() || '#e8e4da';
    context.strokeStyle = colours.getPropertyValue(`--kp-layer-${colour}-border`).trim() || '#8a8f9c';
    context.lineWidth = 1;
    context.fillRect(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale);
    context.strokeRect(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale);
  }
}

function moveTo(editor: Editor, place: { x: number; y: number }): void {
  const { w, h } = editor.getViewportScreenBounds();
  const { z } = editor.getCamera();
  editor.setCamera({ x: w / 2 / z - place.x, y: h / 2 / z - place.y, z });
}

const STEPS: Record<string, { x: number; y: number }> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

function useFrame(editor: Editor, picture: Picture) {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(
    // Straight to the style: the frame moves with every frame of the board, and React has no part in it.
    () =>
      react('frame on the small map', () => {
        const { x, y, w, h } = frameOf(editor.getViewportPageBounds(), picture);
        if (!frame.current) return;
        frame.current.style.transform = `translate(${x}px, ${y}px)`;
        frame.current.style.width = `${w}px`;
        frame.current.style.height = `${h}px`;
      }),
    [editor, picture],
  );
  return frame;
}

function SchemaMap({ editor, board }: { editor: Editor; board: Board }) {
  const { picture } = board;
  const canvas = useRef<HTMLCanvasElement>(null);
  const frame = useFrame(editor, picture);
  const height = Math.round((MAP_WIDTH * picture.height) / picture.width);
  useEffect(() => {
    if (canvas.current) drawBands(canvas.current, picture);
  }, [picture]);
  const follow = (event: PointerEvent<HTMLButtonElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    moveTo(editor, placeOnBoard({ x: event.clientX - left, y: event.clientY - top }, picture));
  };
  const handleKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const { w, h, center } = editor.getViewportPageBounds();
    moveTo(editor, { x: center.x + step.x * w, y: center.y + step.y * h });
  };
  return (
    <button
      type="button"
      className={styles.map}
      style={{ width: MAP_WIDTH, height }}
      aria-label={nlCanvas.map.label}
      data-own-arrows
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => {
        if (event.buttons === 1) follow(event);
      }}
      onKeyDown={handleKey}
      onClick={(event) => {
        if (event.detail === 0) showWholePicture(editor, board, true);
      }}
    >
      <canvas ref={canvas} width={MAP_WIDTH * 2} height={height * 2} className={styles.bands} aria-hidden />
      <span ref={frame} className={styles.frame} />
    </button>
  );
}

export function MiniMap({ editor, board }: { editor: Editor; board: Board }) {
  const [isOpen, setOpen] = useState(true);
  const isUseful = useValue('part of the schema', () => {
    const { w, h } = editor.getViewportPageBounds();
    return w < board.picture.width * NEARLY_ALL || h < board.picture.height * NEARLY_ALL;
  }, [editor, board]);
  if (!isUseful) return null;
  return (
    <section className={styles.panel} aria-label={nlCanvas.map.title}>
      <button
        type="button"
        className={styles.toggle}
        aria-expanded={isOpen}
        title={isOpen ? nlCanvas.map.hide : nlCanvas.map.show}
        onClick={() => setOpen(!isOpen)}
      >
        {nlCanvas.map.title}
        <span aria-hidden>{isOpen ? '▾' : '▴'}</span>
      </button>
      {isOpen && <SchemaMap editor={editor} board={board} />}
    </section>
  );
}
