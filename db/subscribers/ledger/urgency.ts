import type { EventKind } from '../alert-event.ts';

/** What is of use today alone goes first (0); what can be read tomorrow as well goes last (2). */
export function urgencyOf(kind: EventKind) {
  return urgencies[kind];
}

const urgencies: Record<EventKind, number> = {
  'closes-today': 0,
  'closes-tomorrow': 0,
  'opens-today': 0,
  results: 0,
  cancelled: 1,
  'opens-tomorrow': 1,
  'winners-today': 1,
  notice: 2,
  correction: 2,
};
