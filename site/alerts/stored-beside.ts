import type { Fact } from '../words/facts.ts';

/** What is stored of every address and device beside where it is, what it wants and what was agreed to (db/subscribers/schema.ts). */
export const storedBeside: Fact[] = [
  {
    name: '동의한 곳',
    words: '인터넷 주소(IP) 앞부분을 알아볼 수 없게 바꾼 값',
    note: '동의했다는 증거로 동의 기록마다 둡니다.',
  },
  {
    name: '주소를 찾는 값',
    words: '알림 받는 주소를 알아볼 수 없게 바꾼 값',
    note: '같은 주소를 다시 찾는 데 씁니다.',
  },
  { name: '보낸 기록', words: '어느 소식을 보냈는지', note: '소식의 기한이 지나고 30일 뒤에 지웁니다.' },
  {
    name: '그 밖에',
    words: '이 알림의 번호와 상태, 몇 번째 신청인지, 어느 소식부터 보낼지, 어느 회사를 거쳐 보내는지',
    note: '회사는 알림 회사나 큰 메일 회사의 이름입니다. 작은 메일 회사는 적지 않습니다.',
  },
];
