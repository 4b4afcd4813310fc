import { changeOwnPoint, takeOwnPointAway } from '@/lib/http/map/own-points';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const PATCH = route(changeOwnPoint);
export const DELETE = route(takeOwnPointAway);
