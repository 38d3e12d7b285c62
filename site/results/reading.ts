import type { Kind } from '../../db/kinds.ts';
import type { Competition, HouseType } from '../../db/catalog/schema.ts';
import { typeName } from '../words/areas.ts';
import { grouped, households } from '../words/numbers.ts';
import { segmentWords } from './segment-words.ts';

/** What has to be known to read the cells of a notice's 경쟁률, each told with the first of them that needs it (DOMAIN §2). */
export function readingNotes(kind: Kind, cells: Competition[], types: HouseType[]): string[] {
  const leftOver = cells.find(({ rate }) => /^\(△[\d,]+\)$/.test(rate ?? ''));
  const blank = cells.find(({ rate }) => rate === null || rate === '' || rate === '-');
  return [
    ...(leftOver ? [leftOverNote(kind, leftOver)] : []),
    ...(blank ? [blankNote(kind, blank)] : []),
    ...(kind === 'apt' ? [...laterRateNote(cells), ...supplyNote(cells, types)] : []),
  ];
}

function leftOverNote(kind: Kind, cell: Competition) {
  const count = cell.rate!.slice(2, -1);
  return `‘${cell.rate}’는 신청이 모집보다 적어 ${count}세대가 남았다는 뜻입니다. 여기서는 ${cellName(kind, cell)}에 있습니다.`;
}

function blankNote(kind: Kind, cell: Competition) {
  const where = `${cellName(kind, cell)}${cell.applicants ? `(접수 ${grouped(cell.applicants)}건)` : ''}`;
  return `‘-’는 앞 순서에서 모집이 끝났거나 공식 자료에 경쟁률이 없는 칸입니다. 접수가 있어도 그렇습니다. 여기서는 ${where}부터입니다.`;
}

/** A rate that is not the first of its type is no division by the supply of the type. */
function laterRateNote(cells: Competition[]) {
  const later = cells.find(
    (cell, i) => isFigure(cell.rate) && cells[i - 1] !== undefined && sameType(cells[i - 1]!, cell),
  );
  return later
    ? [
        `뒤 순서의 경쟁률은 앞에서 남은 세대나 지역마다 정한 몫을 기준으로 한 값입니다. 그래서 ${cellName('apt', later)}의 ` +
          `${later.rate}처럼, 접수를 공급 세대로 나눈 값과 다를 수 있습니다.`,
      ]
    : [];
}

function supplyNote(cells: Competition[], types: HouseType[]) {
  const announced = new Map(types.map(({ modelNo, supply }) => [modelNo, supply]));
  const moved = cells.find(({ modelNo, supply }) => {
    const before = announced.get(modelNo) ?? null;
    return before !== null && supply !== null && before !== supply;
  });
  const example = moved
    ? ` ${typeName(moved.type)}형은 공고에 ${households(announced.get(moved.modelNo)!)}, 결과에 ${households(moved.supply!)}입니다.`
    : '';
  return [`특별공급에서 남은 세대가 더해져 공급 세대가 공고와 다를 수 있습니다.${example}`];
}

function isFigure(rate: string | null) {
  return rate !== null && /^[\d,.]+$/.test(rate);
}

function sameType(a: Competition, b: Competition) {
  return a.modelNo === b.modelNo && a.type === b.type;
}

function cellName(kind: Kind, cell: Competition) {
  return `${typeName(cell.type)}형 ${kind === 'apt' ? `${cell.rank}순위 ` : ''}${segmentWords(cell)}`;
}
