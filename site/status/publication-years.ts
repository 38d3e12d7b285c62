import type { Facts } from '../../db/catalog/open.ts';
import { publicationRecord } from '../../db/catalog/publication-record.ts';
import { koreanDay } from '../../db/clock.ts';
import { atInstant, type When } from '../words/days.ts';
import type { Fact } from '../words/facts.ts';
import { delayWords } from './delay-words.ts';
import { percentile } from './percentile.ts';

/** A publication that is over. `flipped` and `seen`: how long after its instant readers got it, and it was read back. */
type PublicationLine = { at: When; way: string; late: boolean; flipped: string; seen: string };

/** `years`: the publications of each year, the newest first; days leave their year out. `figures` sums them up. */
export type PublicationYears = { years: { name: string; lines: PublicationLine[] }[]; figures: Fact[] };

/** The newest publications that were over before an instant. */
export function publicationYears(db: Facts, asOf: Date, limit: number): PublicationYears {
  const record = publicationRecord(db, asOf).slice(0, limit).map(measured);
  const years = Map.groupBy(record, ({ at }) => koreanDay(at).slice(0, 4));
  return {
    years: [...years].map(([year, ofYear]) => ({ name: `${year}년`, lines: ofYear.map((each) => line(each, year)) })),
    figures: record.length > 0 ? figures(record) : [],
  };
}

type Recorded = ReturnType<typeof publicationRecord>[number];
type Measured = ReturnType<typeof measured>;

function measured({ at, way, flippedAt, seenAt, lateAt }: Recorded) {
  const instant = new Date(at);
  const after = (time: string) => new Date(time).getTime() - instant.getTime();
  return {
    at: instant,
    way,
    late: lateAt !== null,
    flipped: after(flippedAt!),
    seen: seenAt === null ? null : after(seenAt),
  };
}

function line({ at, way, late, flipped, seen }: Measured, year: string): PublicationLine {
  return {
    at: atInstant(at, year),
    way: way === 'sealed' ? '미리 봉인해 둔 발표' : '시각 뒤에 만든 발표',
    late,
    flipped: delayWords(flipped),
    seen: seen === null ? '확인 못 함' : delayWords(seen),
  };
}

function figures(record: Measured[]): Fact[] {
  const seen = record.flatMap((each) => each.seen ?? []);
  const [half, most] = [percentile(seen, 50), percentile(seen, 95)];
  const late = record.filter((each) => each.late).length;
  return [
    ...(half === null || most === null
      ? [{ name: '확인까지 걸린 시간', words: '아직 모릅니다', note: '확인한 발표가 없습니다' }]
      : [
          { name: '절반이 확인되기까지', words: delayWords(half), note: `확인한 발표 ${seen.length}건의 50%` },
          { name: '거의 모두 확인되기까지', words: delayWords(most), note: `확인한 발표 ${seen.length}건의 95%` },
        ]),
    { name: '늦어진 발표', words: `${late}건`, note: `최근 ${record.length}건 가운데` },
  ];
}
