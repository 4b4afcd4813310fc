import { markTour } from '@/lib/http/map/opened';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const POST = route(markTour);
