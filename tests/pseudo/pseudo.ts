// Copied into the project that is given the language, as a module of it: it imports nothing.

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const filler = "ôöõø";
const accented = Array.from("áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁɃÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ");

/** Every Latin letter with an accent; placeholders, e.g. `{n}`, digits and signs stay. */
export function accentuate(text: string): string {
  return text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : (accented[plain.indexOf(found)] ?? found)
  );
}

/** A text without the accents that `pseudo` gave it, and as long. */
export function unaccentuate(text: string): string {
  return Array.from(text, (found) =>
    filler.includes(found) ? "o" : (plain[accented.indexOf(found)] ?? found)
  ).join("");
}

/**
 * A text as a machine would say it in a language that needs 40% more room, in each of its lines. A text that is put into
 * another has that room already.
 */
export function pseudo(text: string): string {
  return text.split("\n").map(longer).join("\n");
}

function longer(line: string): string {
  const grown = Array.from(line).filter((letter) => filler.includes(letter)).length;
  const wanted = Math.max(0, Math.ceil(0.4 * (line.length - grown)) - grown);
  const more = filler.repeat(Math.ceil(line.length / 4)).slice(0, wanted);
  return `${accentuate(line)}${line.length > 3 ? more : ""}`;
}
