import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The page runs its own files only: nothing inline, nothing from elsewhere, in nobody's frame. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Everything here is plain HTTP on loopback.
  strictTransportSecurity: false,
  // A picture brings its own policy.
  overwrite: false,
});

/**
 * Keeps other sites out. A name that was rebound to 127.0.0.1 shows in Host; a post that another
 * site's page makes shows in Origin, which browsers send with every post.
 */
export function ownPagesOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = [`127.0.0.1:${port()}`, `localhost:${port()}`];
    const host = context.req.header('host') ?? '';
    if (!hosts.includes(host)) {
      return context.text(
        `This address is not served here. Open http://${hosts[0]}/ instead.\n`,
        403,
      );
    }
    const { method } = context.req;
    if (method !== 'GET' && method !== 'HEAD') {
      if (context.req.header('origin') !== `http://${host}`) {
        return context.text('Only the pages of this channel may post to it.\n', 403);
      }
    }
    return next();
  };
}
