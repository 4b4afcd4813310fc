import { showSection } from '@/lib/http/evidence/show-evidence';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(showSection);
