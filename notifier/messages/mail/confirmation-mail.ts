import type { Wishes } from '../../../db/subscribers/wishes.ts';
import { wishesInWords } from '../wishes-in-words.ts';
import { layOut } from './lay-out.ts';
import type { Ending, Mail } from './mail.ts';

/** Asks for the first yes. Whoever typed the address put no word into it: regions and kinds are named in ours. */
export function confirmationMail(confirm: string, wishes: Wishes, ending: Ending): Mail {
  return layOut(
    {
      heading: '알림 신청을 확인해 주세요',
      parts: [
        {
          is: 'text',
          text: '이 주소로 청약등대 알림을 받겠다는 신청이 들어왔습니다. 신청하신 분이 맞으면 아래의 ‘알림 받기 시작하기’를 누르고, 열린 화면에서 한 번 더 확인해 주세요. 그전에는 알림을 보내지 않습니다.',
        },
        { is: 'facts', facts: wishesInWords(wishes) },
        { is: 'button', words: '알림 받기 시작하기', href: confirm },
        {
          is: 'text',
          text: '이틀 안에 확인하지 않으시면 신청은 저절로 지워집니다. 신청하신 적이 없으면 이 메일을 그냥 두셔도 됩니다.',
        },
      ],
      why: '청약등대에서 누군가 이 주소를 적고 알림을 신청했습니다.',
    },
    ending,
  );
}
