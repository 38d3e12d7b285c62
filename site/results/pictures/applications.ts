import type { Kind } from '../../../db/kinds.ts';
import type { Competition } from '../../../db/catalog/schema.ts';
import { barPlot, type Bar } from '../../plots/bars.ts';
import { typeName } from '../../words/areas.ts';
import { grouped } from '../../words/numbers.ts';
import { segmentWords } from '../segment-words.ts';
import { mostDrawn, scaleNotes, type Picture } from '../picture.ts';

/**
 * How many applied for how many households, house type by house type: rank by rank for apartments, cell by cell elsewhere. Null
 * where no number of applicants is known.
 */
export function applicationsPicture(kind: Kind, cells: Competition[]): Picture | null {
  const types = [...Map.groupBy(cells, ({ modelNo, type }) => `${modelNo}/${type}`).values()]
    .map((rows) => ({ name: typeName(rows[0]!.type), supply: rows[0]!.supply, parts: partsOf(kind, rows) }))
    .filter(({ parts }) => parts.length > 0);
  if (types.length === 0) return null;
  const drawn = types.slice(0, mostDrawn);
  const bars = barPlot(
    drawn.map(({ name, supply, parts }) => ({
      name,
      bars: [
        ...(supply === null ? [] : [{ value: supply, words: `공급 ${grouped(supply)}`, look: 'grey' as const }]),
        ...parts,
      ],
    })),
  );
  return {
    id: 'applications',
    title: '공급한 세대와 접수한 건수',
    notes: [
      ...(drawn.length < types.length ? [`처음 ${drawn.length}개 주택형입니다. 나머지는 표에 있습니다.`] : []),
      ...scaleNotes(bars),
    ],
    sentence: `${drawn
      .map(({ name, supply, parts }) =>
        [`${name}형`, ...(supply === null ? [] : [`공급 ${grouped(supply)}세대`]), ...parts.map(spoken)].join(' '),
      )
      .join(', ')}.`,
    bars,
    ranges: null,
  };
}

function partsOf(kind: Kind, rows: Competition[]): Bar[] {
  if (kind !== 'apt')
    return rows.flatMap((row) => (row.applicants === null ? [] : [part(segmentWords(row), row.applicants, 'full')]));
  return ([1, 2] as const).flatMap((rank) => {
    const counts = rows.flatMap((row) => (row.rank === rank && row.applicants !== null ? [row.applicants] : []));
    const sum = counts.reduce((a, b) => a + b, 0);
    // A second rank that nobody was left for says nothing.
    const told = rank === 1 ? counts.length > 0 : sum > 0;
    return told ? [part(`${rank}순위`, sum, rank === 1 ? 'full' : 'outline')] : [];
  });
}

function part(name: string, value: number, look: Bar['look']): Bar {
  return { value, words: `${name} ${grouped(value)}`, look };
}

function spoken({ words }: Bar) {
  return `${words}건`;
}
