import type { SpecialSupply } from '../../../db/catalog/schema.ts';
import { barPlot } from '../../plots/bars.ts';
import { grouped } from '../../words/numbers.ts';
import { categoryNames } from '../category-names.ts';
import { scaleNotes, type Picture } from '../picture.ts';

/**
 * Special supply of all house types together, kind by kind: how many applied for how many households. Kinds that an agency decides
 * are left out, they know no applicants. Null where that leaves nothing.
 */
export function specialSupplyPicture(rows: SpecialSupply[]): Picture | null {
  const kinds = [...Map.groupBy(rows, ({ category }) => category)].flatMap(([category, ofKind]) => {
    const counted = ofKind.filter(
      ({ local, province, other }) => local !== null || province !== null || other !== null,
    );
    if (category === 'all' || counted.length === 0) return [];
    return [{ name: categoryNames[category], supply: sum(counted, supplyOf), applicants: sum(counted, applicantsOf) }];
  });
  if (kinds.length === 0) return null;
  const bars = barPlot(
    kinds.map(({ name, supply, applicants }) => ({
      name,
      bars: [
        { value: supply, words: `세대 ${grouped(supply)}`, look: 'grey' },
        { value: applicants, words: `신청 ${grouped(applicants)}`, look: 'full' },
      ],
    })),
  );
  return {
    id: 'special-supply',
    title: '특별공급 유형마다 세대와 신청',
    notes: [
      '모든 주택형을 더한 계산값입니다.',
      ...(rows.some(({ decided }) => decided !== null)
        ? ['기관추천과 이전기관은 신청이 아니라 결정된 수만 나오므로 뺐습니다.']
        : []),
      ...scaleNotes(bars),
    ],
    sentence: `${kinds
      .map(({ name, supply, applicants }) => `${name} ${grouped(supply)}세대에 ${grouped(applicants)}건`)
      .join(', ')}.`,
    bars,
    ranges: null,
  };
}

function sum<Row>(rows: Row[], of: (row: Row) => number) {
  return rows.reduce((total, row) => total + of(row), 0);
}

function supplyOf({ supply }: SpecialSupply) {
  return supply ?? 0;
}

function applicantsOf({ local, province, other }: SpecialSupply) {
  return (local ?? 0) + (province ?? 0) + (other ?? 0);
}
