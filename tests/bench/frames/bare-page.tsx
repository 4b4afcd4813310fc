/** A bare tldraw page with tldraw's own notes: what the board is compared with. Never part of the product. */
import { getAssetUrls } from '@tldraw/assets/selfHosted';
import { createRoot } from 'react-dom/client';
import { type Editor, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';
import type { BareContent } from './bare-server';

/** Notes, and the view of the whole picture, as the board shows it on arrival. */
function fill(editor: Editor, { notes, width, height }: BareContent): void {
  editor.createShapes(notes.map(({ x, y, text }) => ({ type: 'note', x, y, props: { richText: toRichText(text) } })));
  // tldraw has not measured its window yet. As much room as the board's bar and tools leave to the schema.
  const w = window.innerWidth - 98;
  const h = window.innerHeight - 85;
  const z = Math.min(w / width, h / height);
  editor.setCamera({ x: (w / z - width) / 2, y: (h / z - height) / 2, z });
}

async function open(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) return;
  const content = (await (await fetch('/notes.json')).json()) as BareContent;
  createRoot(root).render(
    <div style={{ position: 'fixed', inset: 0 }}>
      <Tldraw
        hideUi
        options={{ maxShapesPerPage: 50_000 }}
        assetUrls={getAssetUrls({ baseUrl: '/assets' })}
        onMount={(editor) => fill(editor, content)}
      />
    </div>,
  );
}

void open();
