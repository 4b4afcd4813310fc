import type { TemplatePreview } from '@/lib/api/template-contracts';
import { prisma } from '@/lib/db/client';
import { findTemplatePlace } from '@/lib/db/store-template';
import { countTemplate } from '@/lib/domain/template/count-template';
import type { Template } from '@/lib/domain/template/template';
import { DEFAULT_TEMPLATE } from '@/lib/domain/workshop/example-workshop';
import { done, refused } from '../answer';
import { handleUploadRequest } from '../handle-upload-request';
import { firstMistakes } from './locate-mistakes';
import { readTemplateFile } from './read-template-file';

type Place = (TemplatePreview & { ok: true })['place'];

function layersOf(template: Template) {
  const { layers } = countTemplate(template);
  return template.layers.map(({ section, name, colour }) => {
    const counts = layers[section];
    const { blocks = 0, groups = 0 } = counts ?? {};
    return { section, name, colour, blocks, groups, points: counts?.points.total ?? 0 };
  });
}

function totalsOf({ layers, blocks, groups, points, relations, interventionPoints }: Template) {
  const lists = { layers, blocks, groups, points, relations, interventionPoints };
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.length])) as Record<
    keyof typeof lists,
    number
  >;
}

/** POST /api/templates/preview with the bytes of a template file: [IM13] what is in it or every mistake, storing nothing. */
export function previewTemplate(request: Request): Promise<Response> {
  return handleUploadRequest(request, async () => {
    const file = await readTemplateFile(request);
    if (!file.ok) return refused(file.refusal);
    if (!file.value.ok) return done({ ok: false, ...firstMistakes(file.value.mistakes) } satisfies TemplatePreview);
    const { sha256, template } = file.value;
    const { slug, version, title, source } = template;
    const place: Place = slug === DEFAULT_TEMPLATE ? 'reserved' : await findTemplatePlace(prisma(), template);
    const about = { slug, version, title, source, place };
    return done({
      ok: true,
      sha256,
      ...about,
      layers: layersOf(template),
      totals: totalsOf(template),
    } satisfies TemplatePreview);
  });
}
