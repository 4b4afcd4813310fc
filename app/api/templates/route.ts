import { route } from '@/lib/http/route';
import { importTemplate } from '@/lib/http/templates/import-template';
import { showTemplates } from '@/lib/http/templates/show-templates';

export const dynamic = 'force-dynamic';
export const GET = route(showTemplates);
export const POST = route(importTemplate);
