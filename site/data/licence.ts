/** What the open data are called. */
export const dataTitle = '청약등대 공개자료';

/** On what terms they may be used, in short. */
export const dataLicence = '공공데이터포털 이용허락범위 제한 없음';

/** The same at length, for whoever keeps the files. */
export const licenceText = `청약등대 공개자료의 이용 조건

출처: 한국부동산원 청약홈. 공공데이터포털(data.go.kr)의 청약홈 분양정보 조회 서비스와 청약접수 경쟁률 및 특별공급
신청현황 조회 서비스에서 받았습니다.

공공데이터포털이 정한 이용허락범위는 "제한 없음"입니다. 영리 목적을 포함해 누구나 자유롭게 쓰고, 고치고, 나눌 수
있습니다. 다시 쓰실 때 출처를 적어 주시면 고맙겠습니다.

시도와 시군구의 코드, 정정을 찾은 기록, 공개를 보류하거나 옮긴 기록은 청약등대가 더했습니다. 이 부분도 같은 조건으로
쓸 수 있습니다.

공식 자료가 정정되면 이 파일도 바뀝니다. 신청과 계약은 청약홈과 입주자모집공고문을 따르십시오.
`;
