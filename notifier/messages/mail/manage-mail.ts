import { layOut } from './lay-out.ts';
import type { Content, Ending, Mail } from './mail.ts';

/** Why somebody gets the link to what they are told of: they asked for it, or signed up an address that gets alerts already. */
type Occasion = 'asked' | 'already';

/** Brings the link with which somebody sees and changes what they are told of. */
export function manageMail(occasion: Occasion, manage: string, ending: Ending): Mail {
  const { heading, text, why } = wordsFor[occasion];
  return layOut(
    {
      heading,
      parts: [
        { is: 'text', text },
        { is: 'button', words: '내 알림 보기', href: manage },
        { is: 'text', text: '링크는 30분 동안 쓸 수 있습니다. 다른 사람에게 전달하지 마세요.' },
      ],
      why,
    },
    ending,
  );
}

const wordsFor: Record<Occasion, Pick<Content, 'heading' | 'why'> & { text: string }> = {
  asked: {
    heading: '알림을 바꾸는 링크를 보내 드립니다',
    text: '아래의 ‘내 알림 보기’를 누르면 신청하신 내용을 보고, 바꾸거나 모두 지우실 수 있습니다. 요청하신 적이 없으면 그냥 두셔도 됩니다.',
    why: '청약등대에서 누군가 이 주소를 적고 알림을 바꾸는 링크를 요청했습니다.',
  },
  already: {
    heading: '이미 알림을 받고 계십니다',
    text: '이 주소로 알림 신청이 다시 들어왔습니다. 지금 받고 계신 알림은 그대로이며, 따로 하실 일은 없습니다. 받을 알림을 바꾸고 싶으시면 아래의 ‘내 알림 보기’를 눌러 주세요.',
    why: '청약등대에서 누군가 이 주소를 적고 알림을 신청했습니다.',
  },
};
