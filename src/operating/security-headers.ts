/**
 * The headers that keep browsers from doing more with an answer than they should: the same on every
 * one, whoever gives it.
 */
import type { RequestHandler } from "express";
import helmet from "helmet";

/**
 * Pages load nothing from elsewhere, run no inline script and stand in no frame. Whether only TLS
 * may be spoken is for whoever ends TLS to say; on a machine of one's own it would lock
 * `localhost`.
 */
export const securityHeaders = (): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        "default-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
      },
    },
    frameguard: { action: "deny" },
    strictTransportSecurity: false,
  });
