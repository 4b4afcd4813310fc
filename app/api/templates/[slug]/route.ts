import { route } from '@/lib/http/route';
import { showTemplate } from '@/lib/http/templates/show-template';

export const dynamic = 'force-dynamic';
export const GET = route(showTemplate);
