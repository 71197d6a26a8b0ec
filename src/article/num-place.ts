const sections = import.meta.glob<string>("../content/*/*.mdx", {query: "?raw", import: "default"});

/**
 * Where a printed number stands in the sections: file, line and the sentence around it, for an error to name.
 *
 * @param asked the fact as `<Num>` asks for it
 */
export async function placeOfNumber(asked: string, text: string): Promise<string> {
  for (const [path, load] of Object.entries(sections)) {
    const mdx = await load();
    const at = numberAt(mdx, asked, text);
    if (at === -1) continue;
    const line = mdx.slice(0, at).split("\n").length;
    return `${path.replace("../", "src/")}:${line}: ${JSON.stringify(sentenceAround(mdx, at))}`;
  }
  return "somewhere";
}

function numberAt(mdx: string, asked: string, text: string): number {
  for (const match of mdx.matchAll(/<Num\s+fact="([^"]*)"\s*>([^<]*)<\/Num>/g))
    if (match[1] === asked && match[2]!.trim() === text) return match.index;
  return -1;
}

/** The sentence without its markup. A paragraph is one line in our sections, or several up to an empty one. */
function sentenceAround(mdx: string, at: number): string {
  const start = Math.max(mdx.lastIndexOf("\n\n", at), mdx.lastIndexOf("\n<", at)) + 1;
  const rest = mdx.slice(start, at);
  const begin =
    start + Math.max(0, ...Array.from(rest.matchAll(/[.:?]\s+/g), (match) => match.index + match[0].length));
  const end = /[.?](?=\s|$)/.exec(mdx.slice(at));
  return mdx
    .slice(begin, end ? at + end.index + 1 : undefined)
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
