import { changeFact, takeFactAway } from '@/lib/http/map/facts';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const PATCH = route(changeFact);
export const DELETE = route(takeFactAway);
