import { layOut } from './lay-out.ts';
import type { Ending, Mail } from './mail.ts';

/** Answers who signs up an address that gets alerts already: nothing has changed, here is where to change it. */
export function alreadyMail(manage: string, ending: Ending): Mail {
  return layOut(
    {
      heading: '이미 알림을 받고 계십니다',
      parts: [
        {
          is: 'text',
          text: '이 주소로 알림 신청이 다시 들어왔습니다. 지금 받고 계신 알림은 그대로이며, 따로 하실 일은 없습니다. 받을 알림을 바꾸고 싶으시면 아래 링크를 눌러 주세요. 링크는 30분 동안 쓸 수 있습니다.',
        },
        { is: 'button', words: '내 알림 보기', href: manage },
        { is: 'text', text: '이 메일을 다른 사람에게 전달하지 마세요. 신청하신 적이 없으면 그냥 두셔도 됩니다.' },
      ],
      why: '청약등대에서 누군가 이 주소를 적고 알림을 신청했습니다.',
    },
    ending,
  );
}
