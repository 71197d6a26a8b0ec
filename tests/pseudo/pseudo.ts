// Copied into the project that is given the language, as a module of it: it imports nothing.

const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const accented = Array.from("áƀçðéƒĝĥíĵķļɱñóþǫŕšţúṽŵẋýžÁɃÇÐÉƑĜĤÍĴĶĻṀÑÓÞǪŔŠŢÚṼŴẊÝŽ");

/** Every Latin letter with an accent; placeholders, e.g. `{n}`, digits and signs stay. */
export function accentuate(text: string): string {
  return text.replace(/\{\w+\}|[a-z]/gi, (found) =>
    found.length > 1 ? found : (accented[plain.indexOf(found)] ?? found)
  );
}

/** A text as a machine would say it in a language that needs 40% more room. */
export function pseudo(text: string): string {
  const filler = "ôöõø".repeat(Math.ceil(text.length / 4)).slice(0, Math.ceil(0.4 * text.length));
  return `${accentuate(text)}${text.length > 3 ? filler : ""}`;
}
