/** The host of an operator's map style, which its tiles, letters and pictures must share: the only other one ever asked. */
const mapHost = URL.parse(process.env['MAP_TILES'] ?? '')?.origin;
const andMapHost = mapHost && mapHost !== 'null' ? ` ${mapHost}` : '';

const content = [
  "default-src 'none'",
  "style-src 'self'",
  `img-src 'self' data: blob:${andMapHost}`,
  "script-src 'self'",
  "worker-src 'self'",
  `connect-src 'self'${andMapHost}`,
  "font-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const permissions = [
  'accelerometer=()',
  'autoplay=()',
  'camera=()',
  'display-capture=()',
  'encrypted-media=()',
  'fullscreen=()',
  'geolocation=(self)',
  'gyroscope=()',
  'hid=()',
  'idle-detection=()',
  'magnetometer=()',
  'microphone=()',
  'midi=()',
  'payment=()',
  'picture-in-picture=()',
  'publickey-credentials-get=()',
  'screen-wake-lock=()',
  'serial=()',
  'usb=()',
  'xr-spatial-tracking=()',
].join(', ');

/** What a browser must not do with an answer, as a flat list of names and values. */
export const safetyHeaders = [
  ['Content-Security-Policy', content],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin-when-cross-origin'],
  ['Permissions-Policy', permissions],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
].flat();
