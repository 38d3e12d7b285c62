type Way = { href: string; words: string };

/** What can be said of an address that led nowhere, and where its reader may have wanted to go, the likeliest first. */
export function likelyWays(path: string, regions: Way[]): { said: string; ways: Way[] } {
  const asked = readable(path);
  const number = /\d{10}/.exec(asked)?.[0];
  if (number)
    return {
      said: `공고번호 ${number}의 페이지는 여기에 없습니다.`,
      ways: [`/notices/${number}/`, `/results/${number}/`]
        .filter((href) => href !== asked)
        .map((href) => ({ href, words: href.startsWith('/n') ? '이 번호의 공고 보기' : '이 번호의 결과 보기' })),
    };
  const region = regions.find(({ href, words }) => asked.includes(href.split('/')[3]!) || asked.includes(words));
  return {
    said: `${asked.length > 40 ? `${asked.slice(0, 40)}…` : asked} 에는 페이지가 없습니다.`,
    ways: region ? [{ href: region.href, words: `${region.words} 공고 보기` }] : [],
  };
}

/** The address as people read it; as it came where it is no text. */
function readable(path: string) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
