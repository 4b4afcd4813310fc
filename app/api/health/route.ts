import { route } from '@/lib/http/route';
import { showHealth } from '@/lib/http/show-health';

export const dynamic = 'force-dynamic';
export const GET = route(showHealth);
