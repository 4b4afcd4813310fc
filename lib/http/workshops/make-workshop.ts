import type { CreatedWorkshop } from '@/lib/api/contracts';
import { CreateWorkshopSchema } from '@/lib/api/requests';
import { findTemplateVersion } from '@/lib/db/templates';
import { insertWorkshop } from '@/lib/db/workshops';
import { LAYOUT_VERSION } from '@/lib/domain/layout/layout-template';
import { ok, type Result, refuse } from '@/lib/domain/result';
import { DEFAULT_TEMPLATE, EXAMPLE_WORKSHOP } from '@/lib/domain/workshop/example-workshop';
import { parseDetails, type WorkshopDetails } from '@/lib/domain/workshop/workshop-details';
import type { RefusalCode } from '@/lib/messages/nl-errors';
import { done, refused } from '../answer';
import { handleUserRequest } from '../handle-user-request';
import { readBody } from '../read-body';
import { DETAIL_REFUSALS } from './detail-refusals';

type Wish = { ownerId: string; slug: string; details: WorkshopDetails };

async function make({ ownerId, slug, details }: Wish): Promise<Result<CreatedWorkshop, RefusalCode>> {
  const template = await findTemplateVersion(slug);
  if (!template) return refuse('unknown-template');
  return ok(
    await insertWorkshop({ ...details, ownerId, templateVersionId: template.id, layoutVersion: LAYOUT_VERSION }),
  );
}

/** POST /api/workshops {title, purpose?, perspectives?, template?}: 201 [W3]. */
export function makeWorkshop(request: Request): Promise<Response> {
  return handleUserRequest(request, async ({ userId: ownerId }) => {
    const body = await readBody(request, CreateWorkshopSchema, DETAIL_REFUSALS);
    if (!body.ok) return refused(body.refusal);
    const { template: slug = DEFAULT_TEMPLATE, title, purpose = '', perspectives = [] } = body.value;
    const details = parseDetails({ title, purpose, perspectives });
    if (!details.ok) return refused(details.refusal);
    const made = await make({ ownerId, slug, details: details.value });
    return made.ok ? done(made.value, { status: 201 }) : refused(made.refusal);
  });
}

/** POST /api/workshops/example: 201, one click and there is a board. No body. */
export function makeExampleWorkshop(request: Request): Promise<Response> {
  return handleUserRequest(request, async ({ userId: ownerId }) => {
    const made = await make({ ownerId, slug: DEFAULT_TEMPLATE, details: EXAMPLE_WORKSHOP });
    return made.ok ? done(made.value, { status: 201 }) : refused(made.refusal);
  });
}
