import { endLink } from '@/lib/http/links/workshop-links';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const DELETE = route(endLink);
