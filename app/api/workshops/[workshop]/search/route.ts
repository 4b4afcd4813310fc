import { route } from '@/lib/http/route';
import { search } from '@/lib/http/search/search';

export const dynamic = 'force-dynamic';
export const GET = route(search);
