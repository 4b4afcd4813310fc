import { refused, respond } from './answer';
import { withSecurityHeaders } from './handle-upload-request';

/** [H6] For the methods that an address of uploads does not have: Next would answer by itself, without our headers. */
export async function wrongMethod(): Promise<Response> {
  return withSecurityHeaders(respond(refused('wrong-method')));
}
