import { describe, expect, test } from 'vitest';
import { exampleRows } from '../../content/example/rows.ts';
import { regions } from '../../content/regions.ts';
import { kinds } from '../../db/kinds.ts';
import { lastReceiptDay, receiptTracks } from '../../db/catalog/publication.ts';
import { dayAfter, weekday } from '../../db/clock.ts';
import { operations, resultOperations } from '../../db/ingest/operations.ts';
import { placeOf } from '../../db/ingest/places/place-of.ts';
import { keyOf } from '../../db/ingest/read-row.ts';
import { days, isResult, noticesOn, rowsOn, said, sunday, word } from './example-rows.ts';

describe('the rows', () => {
  test('pass the reader of their operation', () => {
    const readers = new Map(operations.map(({ name, row }) => [name, row]));
    const refused = days.flatMap((day) =>
      rowsOn(day).filter(({ operation, row }) => !readers.get(operation)?.safeParse(row).success),
    );
    expect(refused).toEqual([]);
  });

  test('speak in all eighteen operations', () => {
    expect(resultOperations).toHaveLength(8);
    for (const day of days)
      expect(new Set(rowsOn(day).map(({ operation }) => operation))).toEqual(
        new Set(operations.map(({ name }) => name)),
      );
  });

  test('are the same whenever they are asked for', () => {
    expect(exampleRows(sunday)).toEqual(rowsOn(sunday));
  });

  test('speak of each thing once', () => {
    for (const day of days) {
      const keys = rowsOn(day).map(({ operation, row }) => `${operation} ${keyOf(row)}`);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  test('carry numbers of ten digits that no real notice has', () => {
    for (const { id, noticeNo, announcedOn } of days.flatMap(noticesOn)) {
      expect(id).toMatch(/^20\d\d(00|82|85|91|93|94|95)[2-9]\d{3}$/);
      expect(id.slice(0, 4)).toBe(announcedOn.slice(0, 4));
      expect(noticeNo).toBe(id);
    }
  });

  test('of house types and results belong to a notice that stands, results to one of its house types', () => {
    const strays = days.flatMap((day) => {
      const ids = new Set(noticesOn(day).map(({ id }) => id));
      const models = rowsOn(day).filter(({ operation }) => operation.endsWith('Mdl'));
      const types = new Set(
        models
          .map(({ row }) => ({ ...row, HOUSE_TY: row['HOUSE_TY'] ?? row['TP'] }))
          .flatMap((row) => [
            word(row, 'HOUSE_MANAGE_NO', 'HOUSE_TY'),
            word(row, 'HOUSE_MANAGE_NO', 'HOUSE_TY', 'MODEL_NO'),
          ]),
      );
      return rowsOn(day).filter(
        ({ operation, row }) =>
          !ids.has(word(row, 'HOUSE_MANAGE_NO')) ||
          (isResult(operation) &&
            !types.has(word(row, 'HOUSE_MANAGE_NO', 'HOUSE_TY', ...('MODEL_NO' in row ? ['MODEL_NO'] : [])))),
      );
    });
    expect(strays).toEqual([]);
  });

  test('have the traps of the real ones', () => {
    const rows = rowsOn(sunday);
    const column = (operation: string, field: string) => said(rows, operation).map((row) => row[field]);
    const one = (values: unknown[], form: RegExp) => values.some((value) => form.test(String(value)));

    expect(said(rows, 'getPblPvtRentLttotPblancDetail')[0]).toMatchObject({
      HOUSE_DETAIL_SECD: '03',
      RCRIT_PBLANC_DE: expect.stringMatching(/^\d{8}$/),
    });
    expect(said(rows, 'getOPTLttotPblancDetail')[0]).not.toHaveProperty('NSPRC_NM');
    expect(one(column('getOPTLttotPblancMdl', 'LTTOT_TOP_AMOUNT'), /^\d{1,3},\d{3}$/)).toBe(true);
    expect(one(column('getAPTLttotPblancMdl', 'HOUSE_TY'), /^\d{3}\.\d{4} $/)).toBe(true);
    expect(one(column('getCancResplLttotPblancCmpet', 'NORMAL_CMPET_RATE'), /^\d,\d{3}\.00$/)).toBe(true);
    for (const form of [/^-$/, /^\(△\d+\)$/, /^\d+\.\d\d$/])
      expect(one(column('getAPTLttotPblancCmpet', 'CMPET_RATE'), form)).toBe(true);
    for (const field of ['HMPG_ADRES', 'NSPRC_NM', 'CNSTRCT_ENTRPS_NM', 'SPSPLY_RCEPT_BGNDE'])
      expect(column('getAPTLttotPblancDetail', field)).toContain(null);
    const scores = column('getAptLttotPblancScore', 'LWET_SCORE');
    expect(scores.filter((score) => score === '-').length).toBeGreaterThan(scores.length / 2);
  });
});

describe('the notices', () => {
  test('are some three hundred of all kinds over two years, with receipts up to two months ahead', () => {
    for (const day of days) {
      const notices = noticesOn(day);
      expect(notices.length).toBeGreaterThan(280);
      expect(notices.length).toBeLessThan(350);
      for (const kind of kinds) expect(notices.filter((notice) => notice.kind === kind).length).toBeGreaterThan(10);
      expect(new Set(notices.map(({ detailName }) => detailName))).toEqual(
        new Set(['민영', '국민', '오피스텔', '도시형생활주택', '생활형숙박시설', '민간임대', '공공지원민간임대', null]),
      );
      expect(new Set(notices.map(({ rentCode }) => rentCode))).toEqual(new Set(['0', '1', '2', null]));
      expect(notices.filter(({ houseCode }) => houseCode === '10').length).toBeGreaterThan(10);
      expect(notices.every(({ announcedOn }) => announcedOn <= day && announcedOn >= dayAfter(day, -730))).toBe(true);
      expect(notices.some((notice) => lastReceiptDay(notice)! > dayAfter(day, 20))).toBe(true);
      expect(notices.every((notice) => lastReceiptDay(notice)! <= dayAfter(day, 62))).toBe(true);
    }
  });

  test('lie in every 시도, most of them in 경기, and in more than sixty 시군구, where their address places them', () => {
    for (const day of days) {
      const notices = noticesOn(day);
      const bySido = Map.groupBy(notices, ({ areaName }) => areaName);
      const sizes = [...bySido.values()].map((here) => here.length);
      expect(bySido.size).toBe(regions.length);
      expect(Math.min(...sizes)).toBeGreaterThan(3);
      expect(Math.max(...sizes)).toBe(bySido.get('경기')!.length);
      const places = notices.map(({ address, areaCode }) => placeOf(address, areaCode));
      expect(places.filter((place) => place?.sigungu == null || place.by !== 'address')).toEqual([]);
      expect(new Set(places.map((place) => place!.sigungu)).size).toBeGreaterThan(60);
    }
  });

  test('cannot be taken for real ones', () => {
    const real =
      /힐스테이트|자이|래미안|푸르지오|더샵|아이파크|캐슬|편한세상|포레나|써밋|위브|데시앙|센트레빌|스위첸|그린|예미지|풍경채|우미|유보라|어울림|파밀리에|하늘채|수자인|비발디|칸타빌|휴먼시아|안단테|디에트르|현대|삼성|대우|롯데|토지주택공사|부동산원|청약홈|applyhome|go\.kr|co\.kr/;
    const invented = /예시|가상|견본|모형/;
    for (const day of days) expect(JSON.stringify(rowsOn(day))).not.toMatch(real);
    for (const notice of days.flatMap(noticesOn)) {
      expect(notice.name).toMatch(/ \(예시\)$/);
      expect(notice.address).toMatch(/예시[12]?[동읍면]/);
      expect(notice.phone).toMatch(/^000000\d{4}$/);
      expect(notice.zip).toMatch(/^00\d{3}$/);
      expect(notice.noticeUrl).toBe(`https://example.com/notice/${notice.id}`);
      expect(notice.homepage ?? 'https://example.com/').toMatch(/^https?:\/\/example\.com\//);
      expect(notice.developer).toMatch(invented);
      expect(notice.builder ?? '예시').toMatch(invented);
      expect(notice.newspaper ?? '예시').toMatch(invented);
    }
  });

  test('have many names, some of forty letters', () => {
    for (const day of days) {
      const names = new Set(noticesOn(day).map(({ name }) => name));
      expect(names.size).toBeGreaterThan(200);
      expect([...names].some((name) => name.length >= 38)).toBe(true);
    }
  });

  test('of sold complexes come back as 무순위, under the same name at the same place', () => {
    for (const day of days) {
      const notices = noticesOn(day);
      const sales = new Map(notices.filter(({ kind }) => kind === 'apt').map((notice) => [notice.name, notice]));
      const again = notices.filter(({ kind, name }) => kind === 'remainder' && sales.has(name));
      expect(again.length).toBeGreaterThan(2);
      for (const { name, address, announcedOn } of again) {
        expect(address).toBe(sales.get(name)!.address);
        expect(announcedOn > sales.get(name)!.announcedOn).toBe(true);
      }
    }
  });

  test('have one to nine house types, and now and then a dozen', () => {
    const models = Map.groupBy(said(rowsOn(sunday), 'getAPTLttotPblancMdl'), (row) => row['HOUSE_MANAGE_NO']);
    const sizes = [...models.values()].map((types) => types.length);
    expect(Math.min(...sizes)).toBe(1);
    expect(sizes.filter((size) => size >= 12).length).toBeGreaterThan(1);
    expect(sizes.filter((size) => size > 9).length).toBeLessThan(sizes.length / 10);
  });

  test('of the past were announced, opened, closed and decided on days on which offices work', () => {
    const past = noticesOn(sunday).filter(({ announcedOn }) => announcedOn < dayAfter(sunday, -28));
    const dates = past.flatMap((notice) => [
      notice.announcedOn,
      notice.winnersOn!,
      notice.contractBeginsOn!,
      ...receiptTracks(notice).flatMap(({ beginsOn, endsOn }) => [beginsOn!, endsOn!]),
    ]);
    expect(dates.length).toBeGreaterThan(1_000);
    expect(dates.filter((date) => [0, 6].includes(weekday(date)))).toEqual([]);
  });
});
