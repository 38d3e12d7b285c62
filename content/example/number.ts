import type { Offer } from './offer.ts';
import type { Announcement } from './week.ts';

const kindCodes: Record<Offer, string> = {
  private: '00',
  public: '00',
  rental: '00',
  'newlywed-town': '82',
  'public-rent': '85',
  remainder: '91',
  resupply: '93',
  optional: '94',
  officetel: '95',
};

/**
 * HOUSE_MANAGE_NO of an invented notice: year, kind, serial, as the real ones are made. The serial is the day of the year and
 * the line of the plan, from 2020 to 9339; real serials have ended below 1,500, so nobody's notice has our number.
 */
export function noticeNumber({ announcedOn, offer, line }: Announcement) {
  const year = announcedOn.slice(0, 4);
  const dayOfYear = (Date.parse(announcedOn) - Date.parse(`${year}-01-01`)) / 86_400_000 + 1;
  return `${year}${kindCodes[offer]}${2_000 + dayOfYear * 20 + line}`;
}
