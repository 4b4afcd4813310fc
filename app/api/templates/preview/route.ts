import { route } from '@/lib/http/route';
import { previewTemplate } from '@/lib/http/templates/preview-template';

export const dynamic = 'force-dynamic';
export const POST = route(previewTemplate);
