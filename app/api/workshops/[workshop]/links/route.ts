import { makeLink, showLinks } from '@/lib/http/links/workshop-links';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(showLinks);
export const POST = route(makeLink);
