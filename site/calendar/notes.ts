import { receiptHours } from '../../db/catalog/receipt-hours.ts';
import { holidaysOn } from '../../db/holidays.ts';

/** What holds for every day of a month (`YYYY-MM`) and is not said at each. */
export function calendarNotes(month: string) {
  return [
    `접수 시간은 평일 ${receiptHours.opens}~${receiptHours.closes}이고, 결과는 공식 자료가 늦으면 적힌 시각보다 늦을 수 있습니다.`,
    ...(holidaysOn(`${month}-01`) === null ? ['이 해의 공휴일은 아직 알려지지 않아 표시하지 않았습니다.'] : []),
  ];
}
