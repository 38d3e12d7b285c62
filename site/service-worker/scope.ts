/** What a service worker has around it. TypeScript describes either a page or a worker; these are the parts that we use. */
type Scope = {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
  addEventListener(type: 'message', listen: (event: Lasting & { data: unknown }) => void): void;
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
};
type Lasting = { waitUntil(until: Promise<unknown>): void };
export type Asked = Lasting & { request: Request; respondWith(answer: Promise<Response>): void };

export const scope = globalThis as unknown as Scope;
