/** Bundles the bare tldraw page and serves it on this machine only. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';

export type BareContent = { notes: { x: number; y: number; text: string }[]; width: number; height: number };

const HTML =
  '<!doctype html><html lang="nl"><head><meta charset="utf-8"><link rel="icon" href="data:,"><link rel="stylesheet" href="/bare-page.css"></head><body><div id="root"></div><script src="/bare-page.js"></script></body></html>';
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

async function bundle(root: string): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    entryPoints: [path.join(root, 'tests/bench/frames/bare-page.tsx')],
    bundle: true,
    minify: true,
    write: false,
    outdir: '/',
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  });
  return new Map(outputFiles.map((file) => [path.basename(file.path), file.text]));
}

const ASSET_TYPES: Record<string, string> = { svg: 'image/svg+xml', woff2: 'font/woff2', json: 'application/json' };

function sendAsset(file: string, response: ServerResponse): void {
  if (!existsSync(file)) {
    response.writeHead(404).end();
    return;
  }
  response.setHeader('Content-Type', ASSET_TYPES[file.split('.').pop() ?? ''] ?? 'image/png').end(readFileSync(file));
}

/** Compressed, as our own server sends its files. */
export async function startBareServer(root: string, content: BareContent): Promise<{ url: string; stop: () => void }> {
  const files = await bundle(root);
  files.set('notes.json', JSON.stringify(content));
  const packed = new Map([...files].map(([name, text]) => [name, brotliCompressSync(text)]));
  const assets = path.join(root, 'node_modules/@tldraw/assets');
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://bare').pathname.slice(1);
    const body = packed.get(name);
    if (name === '') response.setHeader('Content-Type', 'text/html').end(HTML);
    else if (body) {
      response.setHeader('Content-Type', TYPES[name.split('.').pop() ?? ''] ?? 'text/plain');
      response.setHeader('Content-Encoding', 'br').end(body);
    } else if (name.startsWith('assets/')) sendAsset(path.join(assets, name.slice('assets/'.length)), response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
