/** What a service worker has around it. TypeScript describes either a page or a worker; these are the parts that we use. */
type Scope = {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
  addEventListener(type: 'message', listen: (event: Lasting & { data: unknown }) => void): void;
  addEventListener(type: 'push', listen: (event: Lasting & Pushed) => void): void;
  addEventListener(type: 'notificationclick', listen: (event: Lasting & Clicked) => void): void;
  addEventListener(type: 'pushsubscriptionchange', listen: (event: Lasting & Changed) => void): void;
  skipWaiting(): Promise<void>;
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(of: { type: 'window'; includeUncontrolled: true }): Promise<Window[]>;
    openWindow(url: string): Promise<unknown>;
  };
};
type Lasting = { waitUntil(until: Promise<unknown>): void };
export type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };

export type Pushed = { data: { json(): unknown } | null };
export type Clicked = { notification: Notification };
export type Changed = { oldSubscription?: PushSubscription | null; newSubscription?: PushSubscription | null };
export type Window = { url: string; focus(): Promise<unknown>; navigate(url: string): Promise<Window | null> };

export const scope = globalThis as unknown as Scope;
