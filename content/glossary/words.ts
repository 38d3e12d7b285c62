import type { SourceId } from '../rules/sources.ts';

/**
 * A word that other pages lead to by its slug, which therefore stays. `sort` is how it is said, where it does not begin with a
 * Korean letter; `check` says what is to be checked, and where, if its meaning is not sure or may have changed.
 */
export type Word = { slug: string; word: string; sort?: string; meaning: string; source: SourceId; check?: string };

export const words: Word[] = [
  {
    slug: 'gajeom',
    word: '가점',
    meaning:
      '무주택기간, 부양가족 수, 청약통장 가입기간을 점수로 바꾸어 더한 값입니다. 84점이 가장 높습니다. 민영주택 1순위에서 점수가 높은 순서로 뽑는 몫을 가점제라고 합니다.',
    source: 'scoreTable',
  },
  {
    slug: 'geoju-uimu',
    word: '거주의무',
    meaning:
      '입주할 수 있는 날부터 정해진 기간 동안 그 집에 직접 살아야 하는 의무입니다. 공개자료에는 없으므로 이 사이트에도 없습니다.',
    source: 'common',
    check: '있는지, 몇 년인지 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gyeongjaengnyul',
    word: '경쟁률',
    meaning:
      '한 집에 몇 명이 신청했는지를 나타낸 수입니다. 순위와 지역마다 따로 나오며, 앞에서 남은 집의 수로 나눈 값일 때가 많습니다.',
    source: 'results',
  },
  {
    slug: 'gyeyak',
    word: '계약',
    meaning:
      '당첨된 사람이 정해진 기간에 계약금을 내고 공급계약을 맺는 일입니다. 기간은 공고에 적혀 있고, 지나면 당첨이 사라질 수 있습니다.',
    source: 'openData',
    check: '계약금과 기간을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gonggae-sigak',
    word: '공개 시각',
    meaning:
      '청약등대가 결과를 싣는 시각입니다. 경쟁률과 특별공급 신청현황은 접수 마지막 날, 당첨 가점은 당첨자 발표일에 맞추어 정합니다. 그 전에는 결과를 받지도 않습니다.',
    source: 'results',
  },
  {
    slug: 'gonggong-jiwon-minganimdae',
    word: '공공지원 민간임대',
    meaning: '공공의 지원을 받아 민간이 짓고 빌려주는 주택입니다. 분양이 아니라 임대입니다.',
    source: 'openData',
  },
  {
    slug: 'gonggong-jutaek-jigu',
    word: '공공주택지구',
    meaning: '공공주택을 지으려고 나라가 지정한 지구입니다. 민영주택도 함께 지을 수 있습니다.',
    source: 'openData',
    check: '지구마다 다른 청약 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gonggong-jutaek-teukbyeolbeop',
    word: '공공주택 특별법 적용',
    meaning:
      '공공주택 특별법에 따라 공급하는 주택이라는 표시입니다. 소득과 자산을 함께 보는 등 뽑는 기준이 민영주택과 다릅니다.',
    source: 'openData',
    check: '유형마다 다른 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gonggeup-myeonjeok',
    word: '공급면적',
    meaning:
      '집 안(전용면적)에 계단과 복도처럼 함께 쓰는 곳의 몫(주거공용면적)을 더한 넓이입니다. 흔히 말하는 “34평”은 이 넓이를 평으로 바꾼 것입니다.',
    source: 'common',
    check: '넓이마다 무엇을 더했는지 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gukmin-jutaek',
    word: '국민주택',
    meaning:
      '나라, 지방자치단체, LH나 지방공사가 짓거나 나라의 돈을 지원받아 짓는 전용면적 85㎡ 이하 주택입니다. 수도권과 도시지역이 아닌 읍·면은 100㎡까지입니다.',
    source: 'applyhome',
  },
  {
    slug: 'gigwan-chucheon',
    word: '기관추천 특별공급',
    meaning:
      '국가유공자, 장애인, 중소기업 근무자처럼 정해진 대상을 그 일을 맡은 기관이 추천하는 특별공급입니다. 먼저 기관에 신청합니다.',
    source: 'applyhome',
    check: '대상과 추천 기관을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'gita-gyeonggi',
    word: '기타경기',
    meaning:
      '경기도의 대규모 택지에서, 집을 짓는 시·군 밖의 경기도에 사는 사람을 가리키는 구분입니다. 해당지역과 기타지역 사이에 따로 뽑습니다.',
    source: 'applyhome',
  },
  {
    slug: 'gita-jiyeok',
    word: '기타지역',
    meaning:
      '집을 짓는 시·군(해당지역)이 아니지만 신청할 수 있는 이웃 지역입니다. 해당지역에 사는 사람을 먼저 뽑고 남으면 차례가 옵니다.',
    source: 'applyhome',
  },
  {
    slug: 'nobumo',
    word: '노부모부양 특별공급',
    meaning: '만 65세 이상의 부모나 조부모를 3년 이상 계속 모신 무주택 세대주를 위한 특별공급입니다.',
    source: 'applyhome',
    check: '1순위 조건과 가점 계산을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'dajanyeo',
    word: '다자녀 특별공급',
    meaning: '미성년 자녀가 2명 이상인 무주택세대를 위한 특별공급입니다. 태아와 입양 자녀도 셉니다.',
    source: 'applyhome',
    check: '배점표와 소득 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'dangcheomja',
    word: '당첨자 발표일',
    meaning:
      '누가 당첨되었는지 알리는 날입니다. 공개자료에는 날짜만 있고 시각은 없습니다. 당첨은 청약홈에서 확인합니다.',
    source: 'openData',
  },
  {
    slug: 'daegyumo-taekji',
    word: '대규모 택지개발지구',
    meaning:
      '넓이 66만㎡ 이상으로 개발하는 수도권의 택지 등입니다. 해당지역과 다른 지역이 정해진 비율로 물량을 나누어 받습니다.',
    source: 'applyhome',
    check: '나누는 비율을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'musunwi',
    word: '무순위',
    meaning:
      '경쟁이 있어 당첨자를 뽑았지만 부적격이나 계약 포기로 남은 집을 다시 모집하는 일입니다. 청약통장을 쓰지 않습니다. “줍줍”이라고도 합니다.',
    source: 'applyhome',
    check: '2025년에 신청 자격이 바뀌었다고 알려져 있습니다. 공고문에서 확인하세요',
  },
  {
    slug: 'mujutaek',
    word: '무주택세대구성원',
    meaning:
      '같은 등본에 있는 배우자, 부모, 자녀 등이 모두 집이나 분양권을 갖지 않은 세대의 사람입니다. 배우자가 따로 살면 배우자와 그 등본의 가족도 함께 봅니다.',
    source: 'applyhome',
    check: '집으로 보지 않는 예외를 주택공급에 관한 규칙 제53조에서 확인하세요',
  },
  {
    slug: 'mijallyang',
    word: '미달',
    meaning:
      '신청한 사람이 집의 수보다 적은 것입니다. 남은 집은 다음 순위나 다음 지역, 또는 특별공급에서 일반공급으로 넘어갑니다.',
    source: 'results',
  },
  {
    slug: 'minyeong-jutaek',
    word: '민영주택',
    meaning: '국민주택을 뺀 나머지 주택입니다. 1순위에서 가점제와 추첨제로 뽑습니다.',
    source: 'applyhome',
  },
  {
    slug: 'bujeokgyeok',
    word: '부적격 당첨',
    meaning:
      '당첨된 뒤 서류를 보니 자격이나 점수가 사실과 달라 당첨이 취소되는 일입니다. 한동안 다른 청약도 제한됩니다.',
    source: 'supplyRule',
    check: '제한되는 기간을 주택공급에 관한 규칙 제58조에서 확인하세요',
  },
  {
    slug: 'bunyangga',
    word: '분양최고금액',
    meaning:
      '한 주택형에서 가장 비싼 집의 분양가입니다. 층과 동에 따라 실제 값은 더 낮을 수 있고, 발코니 확장비 같은 선택 비용은 들어 있지 않을 수 있습니다.',
    source: 'openData',
    check: '층별 금액과 선택 비용을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'bunsangje',
    word: '분양가상한제',
    meaning: '분양가를 정해진 기준보다 높게 매기지 못하게 하는 제도입니다. 공고에 적용 여부가 적혀 있습니다.',
    source: 'openData',
    check: '따라오는 전매제한과 거주의무를 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'jaegonggeup',
    word: '불법행위 재공급',
    meaning:
      '불법 전매처럼 공급 질서를 어지럽힌 일이 밝혀져 거두어들인 집을 다시 공급하는 일입니다. 계약취소주택 재공급이라고도 합니다.',
    source: 'applyhome',
  },
  {
    slug: 'samgak',
    word: '△ 표시',
    sort: '세모 표시',
    meaning: '경쟁률 자리에 (△12)라고 적혀 있으면 신청한 사람이 모자라 12세대가 남았다는 뜻입니다.',
    source: 'results',
  },
  {
    slug: 'saengae-choecho',
    word: '생애최초 특별공급',
    meaning: '세대원 모두 집을 가진 적이 없고 소득세를 5년 이상 낸 사람을 위한 특별공급입니다.',
    source: 'applyhome',
    check: '1순위, 소득과 자산 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'sedaeju',
    word: '세대주',
    meaning:
      '주민등록등본에 그 세대의 대표로 적힌 사람입니다. 규제지역의 1순위와 노부모부양 특별공급은 세대주만 신청합니다.',
    source: 'applyhome',
  },
  {
    slug: 'sudogwon-minyeong',
    word: '수도권 내 민영 공공주택지구',
    meaning:
      '수도권의 공공주택지구 안에 짓는 민영주택이라는 표시입니다. 2채 이상 가진 세대는 1순위로 신청할 수 없습니다.',
    source: 'applyhome',
  },
  {
    slug: 'sinsaenga',
    word: '신생아 특별공급',
    meaning: '공고일에 2세 미만인 자녀가 있는 가구를 위한 특별공급입니다. 공공주택에 먼저 생겼습니다.',
    source: 'applyhome',
    check: '2026년 6월에 민영주택에도 생겼다고 알려져 있습니다. 공고문에서 확인하세요',
  },
  {
    slug: 'sinhon',
    word: '신혼부부 특별공급',
    meaning: '혼인신고를 한 지 7년이 지나지 않은 무주택 부부를 위한 특별공급입니다.',
    source: 'applyhome',
    check: '소득과 자산 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'yebi-dangcheomja',
    word: '예비당첨자',
    meaning: '당첨자가 계약하지 않거나 부적격이면 차례대로 자리를 이어받을 사람입니다. 예비입주자라고도 합니다.',
    source: 'common',
    check: '몇 명을 어떤 순서로 뽑는지 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'yechigeum',
    word: '예치금',
    meaning:
      '민영주택에 1순위로 신청하려면 청약통장에 들어 있어야 하는 돈입니다. 사는 지역과 신청할 면적에 따라 다르고, 서울과 부산의 85㎡ 이하는 300만원입니다.',
    source: 'applyhome',
  },
  {
    slug: 'officetel',
    word: '오피스텔·도시형 등',
    meaning:
      '오피스텔, 도시형 생활주택, 생활형 숙박시설, 민간임대를 묶은 구분입니다. 청약통장이 필요하지 않은 것이 보통입니다.',
    source: 'openData',
    check: '신청금과 자격을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'wichuk-jiyeok',
    word: '위축지역',
    meaning: '주택 거래나 분양이 줄어 나라가 지정하는 지역입니다. 1순위의 가입기간이 1개월로 짧아집니다.',
    source: 'applyhome',
    check: '지금 지정된 곳이 있는지 국토교통부 고시에서 확인하세요',
  },
  {
    slug: 'ilban-gonggeup',
    word: '일반공급',
    meaning:
      '특별공급을 뺀 나머지 물량입니다. 1순위에서 먼저 뽑고, 남으면 2순위에서 뽑습니다. 특별공급에서 남은 집도 넘어옵니다.',
    source: 'results',
  },
  {
    slug: 'ilsunwi',
    word: '1순위',
    sort: '일순위',
    meaning:
      '청약통장의 가입기간과 예치금(또는 납입 횟수)을 채운 사람이 먼저 신청하는 차례입니다. 기간은 지역마다 다릅니다.',
    source: 'applyhome',
  },
  {
    slug: 'isunwi',
    word: '2순위',
    sort: '이순위',
    meaning: '청약통장이 있지만 1순위에 들지 못하는 사람의 차례입니다. 1순위에서 집이 남았을 때만 추첨으로 뽑습니다.',
    source: 'applyhome',
  },
  {
    slug: 'imui-gonggeup',
    word: '임의공급',
    meaning: '모집에서 경쟁이 없어 남은 집을 사업주체가 정한 방법으로 공급하는 일입니다. 청약통장을 쓰지 않습니다.',
    source: 'applyhome',
  },
  {
    slug: 'ipjuja-mojip-gonggo',
    word: '입주자모집공고',
    meaning:
      '집을 어떻게 나누어 줄지 사업주체가 알리는 글입니다. 자격, 기간, 금액, 제한이 모두 들어 있고, 나이와 기간은 이 글의 날짜까지 셉니다.',
    source: 'applyhome',
  },
  {
    slug: 'iju-yejeong',
    word: '입주예정',
    meaning: '집에 들어가 살 수 있게 될 것으로 보는 달입니다. 공사에 따라 바뀔 수 있습니다.',
    source: 'openData',
  },
  {
    slug: 'jaedangcheom-jehan',
    word: '재당첨 제한',
    meaning:
      '당첨된 사람과 그 세대가 정해진 기간 동안 다른 분양주택에 다시 당첨될 수 없는 제한입니다. 기간은 주택과 지역에 따라 다릅니다.',
    source: 'supplyRule',
    check: '기간을 주택공급에 관한 규칙 제54조와 공고문에서 확인하세요',
  },
  {
    slug: 'jeonmae-jehan',
    word: '전매제한',
    meaning:
      '당첨된 권리나 집을 정해진 기간 동안 팔거나 넘길 수 없는 제한입니다. 공개자료에는 없으므로 이 사이트에도 없습니다.',
    source: 'common',
    check: '기간과 예외를 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'jeonyong-myeonjeok',
    word: '전용면적',
    meaning:
      '현관문 안에서 우리 집만 쓰는 넓이입니다. 발코니는 들어가지 않습니다. 주택형 이름의 84A에서 84가 이것입니다.',
    source: 'openData',
    check: '발코니와 서비스 면적을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'jeongbi',
    word: '정비사업',
    meaning: '재개발이나 재건축처럼 낡은 동네를 새로 짓는 사업입니다. 조합원 몫을 뺀 나머지를 일반에 분양합니다.',
    source: 'openData',
    check: '일반에 분양하는 물량을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'jeongjeong-gonggo',
    word: '정정공고',
    meaning:
      '입주자모집공고의 내용을 고쳐 다시 알린 것입니다. 이 사이트는 날마다 자료를 견주어 무엇이 달라졌는지 정정 내역에 적습니다.',
    source: 'openData',
  },
  {
    slug: 'jojeong',
    word: '조정대상지역',
    meaning:
      '집값이 오르거나 청약이 몰려 나라가 지정한 지역입니다. 공고에는 청약과열지역으로도 적히며, 1순위 조건이 엄격해집니다.',
    source: 'applyhome',
    check: '지정된 곳은 바뀝니다. 공고문과 국토교통부 고시에서 확인하세요',
  },
  {
    slug: 'jutaekhyeong',
    word: '주택형',
    meaning:
      '같은 단지에서 넓이와 구조가 같은 집의 묶음입니다. 84A는 전용면적이 84㎡쯤이고 A라는 구조입니다. 청약은 주택형을 골라 신청합니다.',
    source: 'openData',
  },
  {
    slug: 'jungdogeum',
    word: '중도금',
    meaning: '계약금과 잔금 사이에 여러 번 나누어 내는 돈입니다.',
    source: 'common',
    check: '내는 날과 대출 여부를 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'cheongnyeon',
    word: '청년 특별공급',
    meaning:
      '만 19세 이상 39세 이하이고 혼인 중이 아니며 집을 가진 적이 없는 사람을 위한 특별공급입니다. 공공주택 가운데 정해진 유형에만 있습니다.',
    source: 'applyhome',
    check: '소득과 자산 기준을 입주자모집공고에서 확인하세요',
  },
  {
    slug: 'cheongyak-tongjang',
    word: '청약통장',
    meaning:
      '청약하려고 은행에서 만드는 통장입니다. 지금 새로 만들 수 있는 것은 주택청약종합저축이고, 국민주택과 민영주택에 모두 쓸 수 있습니다.',
    source: 'applyhome',
  },
  {
    slug: 'chucheom',
    word: '추첨제',
    meaning:
      '점수와 상관없이 제비를 뽑듯 정하는 방법입니다. 규제지역과 수도권, 광역시의 민영주택은 추첨 몫의 75%를 무주택세대에 먼저 줍니다.',
    source: 'applyhome',
  },
  {
    slug: 'tuugi',
    word: '투기과열지구',
    meaning:
      '집값이 크게 올라 투기가 걱정되는 곳으로 나라가 지정한 지역입니다. 청약 자격과 재당첨, 전매 제한이 가장 엄격합니다.',
    source: 'openData',
    check: '지정된 곳은 바뀝니다. 공고문과 국토교통부 고시에서 확인하세요',
  },
  {
    slug: 'teukbyeol-gonggeup',
    word: '특별공급',
    meaning:
      '다자녀, 신혼부부, 생애최초처럼 정해진 무주택 가구에 일반공급과 따로 주는 물량입니다. 당첨은 한 세대에 평생 한 번이 원칙입니다.',
    source: 'applyhome',
    check: '배우자의 혼인 전 당첨 같은 예외를 규칙 제55조의3에서 확인하세요',
  },
  {
    slug: 'pyeong',
    word: '평',
    meaning: '넓이를 세는 옛 단위입니다. 1평은 약 3.3㎡입니다. 법에서는 ㎡를 씁니다.',
    source: 'common',
    check: '법정 단위는 ㎡입니다. 계약서의 ㎡를 확인하세요',
  },
  {
    slug: 'haedang-jiyeok',
    word: '해당지역',
    meaning:
      '집을 짓는 시·군입니다. 그곳에 정해진 기간을 산 사람을 먼저 뽑습니다. 기간을 못 채우면 기타지역으로 신청합니다.',
    source: 'applyhome',
    check: '살아야 하는 기간을 입주자모집공고에서 확인하세요',
  },
];
