import { join } from '@/lib/http/people/join';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(join);
