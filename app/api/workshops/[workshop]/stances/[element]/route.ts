import { standHere, standNoLonger } from '@/lib/http/map/stances';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const PUT = route(standHere);
export const DELETE = route(standNoLonger);
