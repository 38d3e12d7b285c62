import { expect } from 'vitest';

/** `expect.poll` with patience for a machine that has much to do. */
export const soon: typeof expect.poll = (ask, options) =>
  expect.poll(ask, { timeout: 15_000, interval: 20, ...options });
