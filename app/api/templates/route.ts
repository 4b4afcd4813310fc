import { route } from '@/lib/http/route';
import { importTemplate } from '@/lib/http/templates/import-template';
import { showTemplates } from '@/lib/http/templates/show-templates';
import { wrongMethod } from '@/lib/http/wrong-method';

export const dynamic = 'force-dynamic';
export const GET = route(showTemplates);
export const POST = route(importTemplate);
export { wrongMethod as PUT, wrongMethod as PATCH, wrongMethod as DELETE, wrongMethod as OPTIONS };
