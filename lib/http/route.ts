type Context<Params> = { params: Promise<Params> };

/** A handler in the form a file in app/ exports it. */
export function route<Params>(
  handler: (request: Request, params: Params) => Promise<Response>,
): (request: Request, context: Context<Params>) => Promise<Response> {
  return async (request, { params }) => handler(request, await params);
}
