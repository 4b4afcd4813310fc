import { readTemplate } from '@/lib/db/templates';
import { findWorkshop } from '@/lib/db/workshops';
import { done, refused } from '../answer';
import { handleInsideRequest, type WorkshopParams } from '../handle-workshop-request';
import { readEvidence } from './read-evidence';
import { readSection, readSources } from './read-sources';

async function workshopTemplate(workshopId: string) {
  return readTemplate((await findWorkshop(workshopId)).templateVersionId);
}

/** GET …/evidence?element=<id>, for everybody inside. */
export function showEvidence(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async () => {
    const elementId = new URL(request.url).searchParams.get('element') ?? '';
    const evidence = await readEvidence(await workshopTemplate(workshop), elementId);
    return evidence ? done(evidence) : refused('unknown-element');
  });
}

/** GET …/sources: contents of all documents, for everybody inside. */
export function showSources(request: Request, { workshop }: WorkshopParams): Promise<Response> {
  return handleInsideRequest(request, workshop, async () => done(await readSources()));
}

/** GET …/sources/<section> */
export function showSection(
  request: Request,
  { workshop, section }: WorkshopParams & { section: string },
): Promise<Response> {
  return handleInsideRequest(request, workshop, async () => {
    const view = await readSection(await workshopTemplate(workshop), section);
    return view ? done(view) : refused('unknown-section');
  });
}
