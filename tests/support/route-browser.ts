/** A browser without a server: keeps cookies and calls the handlers behind the routes. For tests against a real database. */

import type { CreatedWorkshop, Joined, LinkView, RoundView, WorkshopState } from '@/lib/api/contracts';
import { createSignInLink } from '@/lib/auth/sign-in-link';
import { closeDatabase, prisma } from '@/lib/db/client';
import { seedTemplates } from '@/lib/db/seed-templates';
import { showLinks } from '@/lib/http/links/workshop-links';
import { join } from '@/lib/http/people/join';
import { startRound } from '@/lib/http/rounds/start-round';
import { vote } from '@/lib/http/rounds/vote';
import { signIn } from '@/lib/http/session/sign-in';
import { makeWorkshop } from '@/lib/http/workshops/make-workshop';
import { showWorkshop } from '@/lib/http/workshops/show-workshop';
import { createTestDatabase, type TestDatabase } from './create-test-database';

export const TEST_URL = 'http://127.0.0.1:4300';

/** A database with the template in it, and this process's environment pointing at it. */
export async function openTestInstallation(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  Object.assign(process.env, {
    DATABASE_URL: database.url,
    KNOOPPUNT_SECRET: 'verzonnen-geheim-voor-tests-0123456789',
    KNOOPPUNT_DATA: '/tmp/knooppunt-test',
    KNOOPPUNT_BASE_URL: TEST_URL,
    LOG_LEVEL: 'silent',
  });
  await seedTemplates(prisma());
  return {
    ...database,
    drop: async () => {
      await closeDatabase();
      await database.drop();
    },
  };
}

type Handler<Params> = (request: Request, params: Params) => Promise<Response>;
export type Sending = {
  method?: string;
  body?: unknown;
  raw?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

export class RouteBrowser {
  readonly cookies = new Map<string, string>();

  get cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  request({ method = 'POST', body, raw, headers = {}, signal }: Sending = {}): Request {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    return new Request(`${TEST_URL}/`, {
      method,
      headers: {
        Cookie: this.cookieHeader,
        Host: new URL(TEST_URL).host,
        ...(method === 'GET' ? {} : { Origin: TEST_URL }),
        ...(sent === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: sent }),
      ...(signal ? { signal } : {}),
    });
  }

  async send<Params>(handler: Handler<Params>, params: Params, sending?: Sending): Promise<Response> {
    const answer = await handler(this.request(sending), params);
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), value);
    }
    return answer;
  }

  /** Expects a 2xx answer with JSON. */
  async ask<Answer, Params>(handler: Handler<Params>, params: Params, sending?: Sending): Promise<Answer> {
    const answer = await this.send(handler, params, sending);
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${answer.status}: ${text}`);
    return JSON.parse(text) as Answer;
  }

  /** Expects a refusal; gives its code. */
  async refusal<Params>(handler: Handler<Params>, params: Params, sending?: Sending): Promise<string> {
    const answer = await this.send(handler, params, sending);
    const body = (await answer.json()) as { error?: { code: string } };
    return answer.ok || !body.error ? `not refused: ${answer.status}` : body.error.code;
  }

  state(workshop: string): Promise<WorkshopState> {
    return this.ask<WorkshopState, { workshop: string }>(showWorkshop, { workshop }, { method: 'GET' });
  }
}

export async function signedInFacilitator(): Promise<RouteBrowser> {
  const browser = new RouteBrowser();
  const token = new URL(await createSignInLink(prisma(), TEST_URL)).searchParams.get('sleutel');
  await browser.ask(signIn, {}, { body: { token } });
  return browser;
}

export type TestWorkshop = CreatedWorkshop & {
  facilitator: RouteBrowser;
  tokens: Record<'participant' | 'observer', string>;
  codes: Record<'participant' | 'observer', string>;
};

export async function makeTestWorkshop(facilitator?: RouteBrowser, perspectives: string[] = []): Promise<TestWorkshop> {
  const owner = facilitator ?? (await signedInFacilitator());
  const made = await owner.ask<CreatedWorkshop, object>(
    makeWorkshop,
    {},
    { body: { title: 'Testsessie (verzonnen)', perspectives } },
  );
  const links = await owner.ask<LinkView[], { workshop: string }>(
    showLinks,
    { workshop: made.workshopId },
    { method: 'GET' },
  );
  const of = (role: string) => links.find((link) => link.role === role && link.revokedAt === null);
  const token = (role: string) => of(role)?.url.split('/m/')[1] ?? '';
  return {
    ...made,
    facilitator: owner,
    tokens: { participant: token('participant'), observer: token('observer') },
    codes: { participant: of('participant')?.code ?? '', observer: of('observer')?.code ?? '' },
  };
}

export type TestPerson = { browser: RouteBrowser; joined: Joined };

export async function joinAs(name: string, token: string, browser = new RouteBrowser()): Promise<TestPerson> {
  return { browser, joined: await browser.ask<Joined, object>(join, {}, { body: { token, name } }) };
}

export function openTestRound(
  { facilitator, workshopId }: TestWorkshop,
  rules = { budget: 5, cap: 3 },
): Promise<RoundView> {
  return facilitator.ask<RoundView, { workshop: string }>(startRound, { workshop: workshopId }, { body: rules });
}

export type TestBallot = { workshop: string; round: string; allocation: unknown; idempotencyKey?: string };

export function castAs(
  browser: RouteBrowser,
  { workshop, round, allocation, idempotencyKey = crypto.randomUUID() }: TestBallot,
): Promise<Response> {
  return browser.send(vote, { workshop, round }, { method: 'PUT', body: { allocation, idempotencyKey } });
}

export async function codeOf(answer: Response): Promise<string> {
  return ((await answer.json()) as { error?: { code: string } }).error?.code ?? `not refused: ${answer.status}`;
}
