import { changeLoop, takeLoopAway } from '@/lib/http/map/loops';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const PATCH = route(changeLoop);
export const DELETE = route(takeLoopAway);
