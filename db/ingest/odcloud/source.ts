import type { Clock } from '../../clock.ts';
import type { Settings } from '../../settings.ts';
import type { Source } from '../ingest.ts';
import { openApi } from './api.ts';
import { bareKey } from './key.ts';
import { usualPace, type Pace } from './pace.ts';
import { makeRounds } from './rounds.ts';
import { openSteps } from './steps.ts';

/**
 * The open API as a source of an ingest: the last 90 days and the results that are due, or everything.
 * @throws a sentence when no usable key is set.
 */
export function odcloudSource(
  settings: Settings,
  clock: Clock,
  full: boolean,
  progress: (line: string) => void,
  pace: Pace = usualPace,
): Source {
  const key = bareKey(settings.ODCLOUD_SERVICE_KEY);
  return {
    name: 'odcloud',
    full,
    async feed(intake, { id, db, now }) {
      const remarks: string[] = [];
      const api = openApi(settings, key, db, clock, pace, progress);
      const remark = (line: string) => void remarks.push(line);
      await makeRounds({ api, intake, db, clock, now, full, steps: openSteps(db, id), progress, remark });
      return remarks;
    },
  };
}
