// Text in a terminal, where some characters take two columns and some, joined to others, take none.

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[！-｠]/u;

function graphemes(text: string): readonly string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Columns that the text takes. */
export function widthOf(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + columnsOf(grapheme), 0);
}

function columnsOf(grapheme: string): number {
  return wide.test(grapheme) ? 2 : 1;
}

/** The text if it fits, otherwise its beginning and "…". */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let room = width - 1;
  for (const grapheme of graphemes(text)) {
    room -= columnsOf(grapheme);
    if (room < 0) break;
    kept += grapheme;
  }
  return width > 0 ? `${kept.trimEnd()}…` : '';
}

/** The spaces that fill the text up to the width. */
export function pad(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text)));
}
