import { expect, test } from 'vitest';
import { shareOut } from '../../content/example/results/share-out.ts';
import { dayAfter } from '../../db/clock.ts';
import { keyOf } from '../../db/ingest/read-row.ts';
import { noticesOn, rowsOn, said, type SourceRow, sunday, word } from './example-rows.ts';

const rows = rowsOn(sunday);

test('Rows of a few notices never come, though their hour has passed', () => {
  const known = new Set(said(rows, 'getAPTLttotPblancCmpet').map((row) => row['HOUSE_MANAGE_NO']));
  const over = noticesOn(sunday).filter(({ detailCode, kind }) => detailCode === '01' && kind === 'apt');
  const silent = over.filter(({ id }) => !known.has(id));
  expect(silent.length).toBeGreaterThan(2);
  expect(silent.length).toBeLessThan(over.length / 6);
});

test('Rows of notices that are still open, or not open yet, come all the same: to drop them is the ingest’s task', () => {
  const ahead = new Set(
    noticesOn(sunday)
      .filter(({ receiptEndsOn }) => receiptEndsOn! > sunday)
      .map(({ id }) => id),
  );
  for (const operation of ['getAPTLttotPblancCmpet', 'getAptLttotPblancScore', 'getAPTSpsplyReqstStus'])
    expect(said(rows, operation).some((row) => ahead.has(word(row, 'HOUSE_MANAGE_NO')))).toBe(true);
});

test('해당지역, 기타지역 and 2순위 are served in turn, each from what is left', () => {
  const large = new Set(
    said(rows, 'getAPTLttotPblancDetail')
      .filter((row) => row['LRSCL_BLDLND_AT'] === 'Y')
      .map((row) => row['HOUSE_MANAGE_NO']),
  );
  const grids = Map.groupBy(
    said(rows, 'getAPTLttotPblancCmpet').filter((row) => !large.has(row['HOUSE_MANAGE_NO'])),
    (row) => word(row, 'HOUSE_MANAGE_NO', 'MODEL_NO'),
  );
  expect(grids.size).toBeGreaterThan(300);
  for (const cells of grids.values()) {
    expect(cells.map((row) => word(row, 'SUBSCRPT_RANK_CODE', 'RESIDE_SECD'))).toEqual([
      '1/01',
      '1/02',
      '2/01',
      '2/02',
    ]);
    let left = number(cells[0], 'SUPLY_HSHLDCO');
    for (const row of cells) {
      expect(row['CMPET_RATE']).toBe(printed(number(row, 'REQ_CNT'), left));
      left = Math.max(0, left - number(row, 'REQ_CNT'));
    }
  }
});

test('Large sites share homes out between regions as three real notices did', () => {
  const served = (homes: number, shares: number[], applicants: number[]) =>
    shareOut(
      homes,
      shares.map((share, i) => ({ share, applicants: applicants[i]! })),
    );
  const gyeonggi = [0.3, 0.2, 0.5];
  expect(served(7, gyeonggi, [37, 54, 51]).rates).toEqual(['18.50', '89.00', '34.75']); // 2025000032/02
  const rank1 = served(62, gyeonggi, [6, 1, 1]); // 2024000595/06
  expect(rank1.rates).toEqual(['(△13)', '(△24)', '(△54)']);
  expect(served(rank1.left, gyeonggi, [1, 0, 1]).rates).toEqual(['(△15)', '(△26)', '(△52)']);
  expect(served(7, [0.5, 0.5], [133, 182]).rates).toEqual(['33.25', '103.67']); // 2024000261/03
  expect(said(rows, 'getAPTLttotPblancCmpet').some((row) => row['RESIDE_SENM'] === '기타경기')).toBe(true);
});

test('특별공급 homes that nobody took are added to 일반공급', () => {
  const key = (row: SourceRow) => word(row, 'HOUSE_MANAGE_NO', 'HOUSE_TY');
  const types = new Map(said(rows, 'getAPTLttotPblancMdl').map((row) => [key(row), row]));
  const special = new Map(said(rows, 'getAPTSpsplyReqstStus').map((row) => [key(row), row]));
  const corrected = correctedLater();
  const cells = said(rows, 'getAPTLttotPblancCmpet').filter((row) => !corrected.has(row['HOUSE_MANAGE_NO']));
  const moved = cells.map((row) => number(row, 'SUPLY_HSHLDCO') - number(types.get(key(row)), 'SUPLY_HSHLDCO'));
  expect(moved).toEqual(cells.map((row) => unfilled(special.get(key(row)))));
  expect(moved.filter((homes) => homes > 0).length).toBeGreaterThan(100);
});

test('무순위 and 임의공급 print applicants for a home', () => {
  const leftovers = [...said(rows, 'getRemndrLttotPblancCmpet'), ...said(rows, 'getOPTLttotPblancCmpet')];
  expect(leftovers.length).toBeGreaterThan(100);
  for (const row of leftovers)
    expect(row['CMPET_RATE']).toBe(printed(number(row, 'REQ_CNT'), number(row, 'SUPLY_HSHLDCO')));
});

function printed(applicants: number, homes: number) {
  if (homes === 0) return '-';
  if (applicants < homes) return `(△${homes - applicants})`;
  return (Math.round((applicants * 100) / homes) / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function number(row: SourceRow | undefined, field: string) {
  return Number(row?.[field] ?? 0);
}

function unfilled(row: SourceRow | undefined) {
  const whom = {
    MNYCH: 'MNYCH',
    NWWDS_NMTW: 'NWWDS_NMTW',
    LFE_FRST: 'LFE_FRST',
    OLD_PARNTS_SUPORT: 'OPS',
    YGMN: 'YGMN',
    NWBB_NWBBSHR: 'NWBB_NWBBSHR',
  };
  const taken = Object.entries(whom).map(([supply, count]) => {
    const applied = ['CRSPAREA', 'CTPRVN', 'ETC_AREA'].map((area) => number(row, `${area}_${count}_CNT`));
    return Math.min(number(row, `${supply}_HSHLDCO`), sum(applied));
  });
  return number(row, 'SPSPLY_HSHLDCO') - number(row, 'INSTT_RECOMEND_DCSN_CNT') - sum(taken);
}

function sum(numbers: number[]) {
  return numbers.reduce((all, each) => all + each, 0);
}

/** Notices whose correction is ahead: their results follow it already. */
function correctedLater() {
  const now = new Map(said(rows, 'getAPTLttotPblancMdl').map((row) => [keyOf(row), JSON.stringify(row)]));
  const later = said(rowsOn(dayAfter(sunday, 14)), 'getAPTLttotPblancMdl');
  return new Set(
    later
      .filter((row) => now.has(keyOf(row)) && now.get(keyOf(row)) !== JSON.stringify(row))
      .map((row) => row['HOUSE_MANAGE_NO']),
  );
}
