/** A person who works through the API alone: signs in or joins, keeps cookies, opens boards. For tests without a screen. */

import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { type Joined, type LinkView, paths, type WorkshopState } from '@/lib/api/contracts';
import { SYNC_PATH } from '@/lib/collab/protocol';

export class ApiPerson {
  private cookies = new Map<string, string>();

  constructor(readonly url: string) {}

  get headers(): { Cookie: string; Origin: string } {
    return { Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '), Origin: this.url };
  }

  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  /** Sends and expects a 2xx answer with JSON. */
  async ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.send(method, path, body);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} gave ${answer.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  saved(): [string, string][] {
    return [...this.cookies];
  }

  restore(cookies: [string, string][]): void {
    this.cookies = new Map(cookies);
  }

  async signIn(signInPath: string): Promise<void> {
    const token = new URL(signInPath, this.url).searchParams.get('sleutel');
    await this.ask('POST', paths.api.signIn, { token });
  }

  /** Cookies in the form a browser context takes. */
  cookiesFor(host: string): { name: string; value: string; domain: string; path: string }[] {
    return [...this.cookies].map(([name, value]) => ({ name, value, domain: host, path: '/' }));
  }

  async linkOf(workshopId: string, role: 'participant' | 'observer'): Promise<{ token: string; code: string }> {
    const links = await this.ask<LinkView[]>('GET', paths.api.links(workshopId));
    const link = links.find((candidate) => candidate.role === role && candidate.revokedAt === null);
    if (!link) throw new Error(`no ${role} link`);
    return { token: link.url.split('/m/')[1] ?? '', code: link.code };
  }

  join(token: string, name: string, perspective: string | null = null): Promise<Joined> {
    return this.ask<Joined>('POST', paths.api.join, { token, name, perspective });
  }

  state(workshopId: string): Promise<WorkshopState> {
    return this.ask<WorkshopState>('GET', paths.api.workshop(workshopId));
  }

  openBoard(boardId: string): BoardSession {
    return new BoardSession(this, boardId);
  }
}

/** A board opened with the product's real client library. */
export class BoardSession {
  readonly doc = new Y.Doc();
  readonly provider: WebsocketProvider;

  constructor(person: ApiPerson, boardId: string) {
    const headers = person.headers;
    class SignedSocket extends WebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols, { headers });
      }
    }
    const server = person.url.replace(/^http/, 'ws') + SYNC_PATH.slice(0, -1);
    this.provider = new WebsocketProvider(server, boardId, this.doc, {
      WebSocketPolyfill: SignedSocket as unknown as typeof globalThis.WebSocket,
      disableBc: true,
    });
  }

  /** Resolves once the server has told everything it has. */
  ready(timeoutMs = 20_000): Promise<void> {
    if (this.provider.synced) return Promise.resolve();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the board did not load in time')), timeoutMs);
      this.provider.on('sync', (synced: boolean) => {
        if (!synced) return;
        clearTimeout(timer);
        resolve();
      });
    });
  }

  close(): void {
    this.provider.destroy();
    this.doc.destroy();
  }
}
