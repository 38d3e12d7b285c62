/** Who writes, at the end of each mail. */
export const senderWords = {
  name: '청약등대',
  says: '청약등대는 공개된 청약 정보를 알려 드리는 곳이며 공식 사이트가 아닙니다. 신청하기 전에 청약홈에서 입주자모집공고를 꼭 확인해 주세요.',
  reply: '이 주소로 보내신 답장은 읽지 못합니다.',
};
