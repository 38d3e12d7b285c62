import type { Fault } from '../fault.ts';

const file = 'site/release/render.ts';

export const wordsOfTheRenderer: Fault = {
  name: 'words of the renderer in the log when a preparation fails',
  edits: [
    { file, find: '${closed ? hushed(said) : lastWords(said)}', put: '${lastWords(said)}' },
    { file, find: 'function hushed(', put: 'export function hushed(' },
  ],
  noticed: {
    file: 'test/site/release/render.test.ts',
    test: 'what the renderer says of its failure is passed on, but not while what it renders is closed',
    says: /Received:\n"The pages could not be rendered: ZodError/,
  },
};
