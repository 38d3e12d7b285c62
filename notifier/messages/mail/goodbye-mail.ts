import { layOut } from './lay-out.ts';
import type { Ending, Mail } from './mail.ts';

/** The last mail to somebody who had everything erased on the manage page. A click on unsubscribe gets none: nothing follows it. */
export function goodbyeMail(subscribe: string, ending: Ending): Mail {
  return layOut(
    {
      heading: '알림을 끝내고 모두 지웠습니다',
      parts: [
        {
          is: 'text',
          text: '저장되어 있던 주소와 신청 내용을 지웠습니다. 이 메일이 마지막이며, 이 주소로는 더 이상 알림을 보내지 않습니다. 그동안 함께해 주셔서 고맙습니다.',
        },
        { is: 'text', text: '다시 받고 싶으시면 언제든 새로 신청하실 수 있습니다.' },
        { is: 'button', words: '알림 신청하기', href: subscribe },
      ],
      why: '청약등대에서 알림을 끝내고 모두 지우기를 요청하셨습니다.',
    },
    ending,
  );
}
