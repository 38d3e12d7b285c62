import { layOut } from './lay-out.ts';
import type { Ending, Mail } from './mail.ts';

/** Brings the link that somebody asked for, to see and change what they are told of. */
export function manageMail(manage: string, ending: Ending): Mail {
  return layOut(
    {
      heading: '알림을 바꾸는 링크를 보내 드립니다',
      parts: [
        {
          is: 'text',
          text: '아래 링크를 누르면 신청하신 내용을 보고, 바꾸거나 모두 지우실 수 있습니다. 링크는 30분 동안 쓸 수 있습니다.',
        },
        { is: 'button', words: '내 알림 보기', href: manage },
        { is: 'text', text: '이 메일을 다른 사람에게 전달하지 마세요. 요청하신 적이 없으면 그냥 두셔도 됩니다.' },
      ],
      why: '청약등대에서 누군가 이 주소를 적고 알림을 바꾸는 링크를 요청했습니다.',
    },
    ending,
  );
}
