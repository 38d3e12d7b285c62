/** A table of which every house type is a group of rows under its own heading. */
export type GroupedTable = {
  columns: Column[];
  groups: { name: string; note: string; rows: Cell[][] }[];
};

export type Column = { words: string; figures: boolean };
/** `down` and `across`: how many rows and columns it spans. */
export type Cell = { words: string; head: boolean; down?: number; across?: number };

/** A column whose cells are the heads of their rows. */
export function headColumn(words: string): Column {
  return { words, figures: false };
}

export function figureColumn(words: string): Column {
  return { words, figures: true };
}

export function head(words: string, down = 1): Cell {
  return { words, head: true, ...(down > 1 && { down }) };
}

export function figure(words: string, across = 1): Cell {
  return { words, head: false, ...(across > 1 && { across }) };
}
