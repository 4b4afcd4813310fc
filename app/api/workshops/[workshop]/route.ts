import { route } from '@/lib/http/route';
import { changeWorkshop } from '@/lib/http/workshops/change-workshop';
import { showWorkshop } from '@/lib/http/workshops/show-workshop';

export const dynamic = 'force-dynamic';
export const GET = route(showWorkshop);
export const PATCH = route(changeWorkshop);
