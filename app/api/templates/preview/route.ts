import { route } from '@/lib/http/route';
import { previewTemplate } from '@/lib/http/templates/preview-template';
import { wrongMethod } from '@/lib/http/wrong-method';

export const dynamic = 'force-dynamic';
export const POST = route(previewTemplate);
export { wrongMethod as GET, wrongMethod as PUT, wrongMethod as PATCH, wrongMethod as DELETE, wrongMethod as OPTIONS };
