/** The people of an end-to-end test. The facilitator's one-time link is used once per run; its session is shared. */
import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { type CreatedWorkshop, type Joined, paths } from '@/lib/api/contracts';
import { mapPaths } from '@/lib/api/map-contracts';
import { ApiPerson } from './api-person';

export type Session = CreatedWorkshop & { participantToken: string; observerToken: string; code: string };

type Fixtures = {
  url: string;
  /** signed in, works through the API */
  facilitator: ApiPerson;
  /** a fresh session with its links; invented */
  session: Session;
  /** a page in a browser of its own, with this person's cookies; any request to another host fails the test */
  pageOf: (person?: ApiPerson, size?: { width: number; height: number }) => Promise<Page>;
  /** joins through the API */
  participant: (name: string) => Promise<{ person: ApiPerson; joined: Joined }>;
};

function e2eUrl(): string {
  const url = process.env.KNOOPPUNT_E2E_URL;
  if (!url) throw new Error('the product is not running; see tests/support/e2e-server.ts');
  return url;
}

/** The session that tests/support/e2e-server.ts made with the one-time link. */
function signedIn(url: string): ApiPerson {
  const person = new ApiPerson(url);
  person.restore(JSON.parse(process.env.KNOOPPUNT_E2E_SESSION ?? '[]'));
  return person;
}

async function openPage(
  browser: Browser,
  url: string,
  person: ApiPerson | undefined,
  size: { width: number; height: number },
) {
  const context: BrowserContext = await browser.newContext({ viewport: size, locale: 'nl-NL' });
  if (person) await context.addCookies(person.cookiesFor(new URL(url).hostname));
  const elsewhere: string[] = [];
  context.on('request', (request) => {
    const target = new URL(request.url());
    if (/^(https?|wss?):$/.test(target.protocol) && target.host !== new URL(url).host) elsewhere.push(request.url());
  });
  return { context, elsewhere, page: await context.newPage() };
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  url: async ({}, use) => use(e2eUrl()),
  facilitator: async ({ url }, use) => use(signedIn(url)),
  session: async ({ facilitator }, use) => {
    const workshop = await facilitator.ask<CreatedWorkshop>('POST', paths.api.workshops, {
      title: 'Testsessie (verzonnen)',
      perspectives: ['ervaringsdeskundigen', 'professionals', 'gemeenten'],
    });
    await facilitator.ask('POST', mapPaths.tour(workshop.workshopId));
    const participant = await facilitator.linkOf(workshop.workshopId, 'participant');
    const observer = await facilitator.linkOf(workshop.workshopId, 'observer');
    await use({
      ...workshop,
      participantToken: participant.token,
      observerToken: observer.token,
      code: participant.code,
    });
  },
  pageOf: async ({ browser, url }, use) => {
    const opened: Awaited<ReturnType<typeof openPage>>[] = [];
    await use(async (person, size = { width: 1440, height: 900 }) => {
      const open = await openPage(browser, url, person, size);
      opened.push(open);
      return open.page;
    });
    for (const { context } of opened) await context.close();
    expect(
      opened.flatMap(({ elsewhere }) => elsewhere),
      'requests to other hosts',
    ).toEqual([]);
  },
  participant: async ({ url, session }, use) =>
    use(async (name) => {
      const person = new ApiPerson(url);
      const joined = await person.join(session.participantToken, name);
      // Who comes back; the tour has a test of its own.
      await person.ask('POST', mapPaths.tour(session.workshopId));
      return { person, joined };
    }),
});

export { expect };
