/**
 * What one alert says. `info` is the only type there is: nothing promotional can be sent by mistake. Words come from
 * `messageOf`, which knows an event and nothing of competition.
 */
export type Message = {
  type: 'info';
  /** Id of the event; of a digest, `digest-2026-11-22-08`. */
  event: string;
  /** 등대마을 첫째 단지 접수가 오늘 시작됩니다 */
  title: string;
  /** The same where it stands among others and may be read on another day: 등대마을 첫째 단지 11월 23일(월) 접수 시작 */
  dated: string;
  /** One line below it: place, kind, hour. */
  line: string;
  /** Path on the site, `/notices/2025000001/`. */
  path: string;
  /** 왜 받았나요: `서울 강남구 · 아파트 · 접수 시작 알림을 신청하셨습니다.` */
  why: string;
  /** For push, by RFC 8030. */
  urgency: 'low' | 'normal' | 'high';
  /** Nobody should see it from then on. */
  expiresAt: Date;
};
