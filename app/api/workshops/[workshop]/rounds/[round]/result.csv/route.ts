import { resultFile } from '@/lib/http/rounds/result-file';
import { route } from '@/lib/http/route';

export const dynamic = 'force-dynamic';
export const GET = route(resultFile);
