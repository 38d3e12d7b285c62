/** Where a channel leads. It is encrypted at rest and never in a log, a metric or an error. */
export type Address =
  | { by: 'email'; address: string }
  | {
      by: 'push';
      endpoint: string;
      /** Base64url: an uncompressed point of P-256 (65 bytes) and a secret (16 bytes), checked when they came in. */
      p256dh: string;
      auth: string;
      /** Id of the VAPID key with which the browser subscribed. */
      vapidKey: string;
    };

/**
 * Channels that share a limit of somebody else's: `push fcm.googleapis.com`, `push push.apple.com` for all its hosts, `email naver.com`;
 * `email others` for all but the large mail providers, so that a rare domain does not name a person.
 */
export type Lane = string;

export type EndedReason =
  | 'unsubscribed'
  | 'complained'
  | 'bounced'
  /** The push service says that there is no such subscription any more (404, 410). */
  | 'gone'
  | 'never confirmed'
  | 'suppressed';
