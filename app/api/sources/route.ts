import { route } from '@/lib/http/route';
import { importSource } from '@/lib/http/sources/import-source';
import { showSources } from '@/lib/http/sources/show-sources';
import { wrongMethod } from '@/lib/http/wrong-method';

export const dynamic = 'force-dynamic';
export const GET = route(showSources);
export const POST = route(importSource);
export { wrongMethod as PUT, wrongMethod as PATCH, wrongMethod as DELETE, wrongMethod as OPTIONS };
