import type { Refusal } from '../../db/alert-pages.ts';

const goBack = '브라우저의 뒤로 가기를 누르면 적은 내용이 그대로 있습니다.';
const manage = '받고 있는 알림 바꾸기';

/** What somebody is told whose request came to nothing, and what to do then. */
export const refusals: Record<Refusal, { title: string; words: string; back?: string }> = {
  expired: {
    title: '링크의 기한이 지났습니다',
    words: '링크는 정해진 동안만 쓸 수 있습니다. 다시 신청하거나 새 링크를 받아 주세요.',
    back: manage,
  },
  unknown: {
    title: '쓸 수 없는 링크입니다',
    words: '이미 끝난 알림이거나 링크의 일부가 잘렸습니다. 메일에 있는 링크를 다시 눌러 주세요.',
    back: manage,
  },
  'no address': {
    title: '전자우편 주소를 확인해 주세요',
    words: `name@example.com처럼 적어 주세요. ${goBack}`,
  },
  'nothing chosen': {
    title: '알릴 것을 골라 주세요',
    words: `지역을 하나 이상 고르거나 공고 번호를 적고, 공급 유형과 알릴 때를 하나 이상 골라 주세요. ${goBack}`,
  },
  'not agreed': {
    title: '동의가 필요합니다',
    words: `알림을 보내려면 주소를 보관해야 합니다. 개인정보 안내에 동의해 주세요. ${goBack}`,
  },
  unreadable: {
    title: '적은 내용을 읽을 수 없습니다',
    words: `공고 번호는 숫자 열 자리이고, 50개까지 적을 수 있습니다. ${goBack}`,
  },
  'too large': { title: '보낸 내용이 너무 깁니다', words: '고른 것을 줄여서 다시 보내 주세요.' },
  elsewhere: {
    title: '청약등대에서 다시 시도해 주세요',
    words: '다른 사이트를 거쳐 온 신청은 받지 않습니다. 아래에서 알림 신청을 열어 주세요.',
  },
  busy: {
    title: '잠시 뒤에 다시 시도해 주세요',
    words: '짧은 동안에 신청이 너무 많았습니다. 10분쯤 뒤에 다시 시도해 주세요.',
  },
  'no such page': { title: '페이지를 찾을 수 없습니다', words: '주소가 바뀌었거나 없는 페이지입니다.' },
  'wrong method': { title: '여기서는 열 수 없는 주소입니다', words: '알림 신청 화면에서 다시 시작해 주세요.' },
  broken: {
    title: '지금은 처리하지 못했습니다',
    words: '저희 쪽에 문제가 생겼습니다. 잠시 뒤에 다시 시도해 주세요. 받고 있는 알림은 그대로 있습니다.',
  },
};
