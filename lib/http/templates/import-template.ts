import { prisma } from '@/lib/db/client';
import { storeTemplate } from '@/lib/db/store-template';
import { DEFAULT_TEMPLATE } from '@/lib/domain/workshop/example-workshop';
import { done, refused } from '../answer';
import { handleUploadRequest } from '../handle-upload-request';
import { readTemplateFile } from './read-template-file';

/** POST /api/templates?sha256=… with the bytes of the preview: 201, or 200 when this very version was there ([H7]). */
export function importTemplate(request: Request): Promise<Response> {
  return handleUploadRequest(request, async () => {
    const file = await readTemplateFile(request);
    if (!file.ok) return refused(file.refusal);
    const { sha256 } = file.value;
    if (sha256 !== new URL(request.url).searchParams.get('sha256')) return refused('template-changed');
    if (!file.value.ok) return refused('template-wrong');
    const { template } = file.value;
    const { slug, version } = template;
    // A coming release brings its own next version of this one, and would not start beside another.
    if (slug === DEFAULT_TEMPLATE) return refused('template-reserved');
    const stored = await storeTemplate(prisma(), template);
    if (stored === 'taken') return refused('template-taken');
    return done({ slug, version }, { status: stored === 'added' ? 201 : 200 });
  });
}
