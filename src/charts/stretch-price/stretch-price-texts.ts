import {ladderPrices} from "../../analysis/finish-line/ladder-prices.ts";
import {isFarStretched, priceErrors, type StretchPrice} from "../../analysis/finish-line/stretch-prices.ts";
import {formatNumber} from "../../core/i18n/format.ts";
import type {Locale, Localised} from "../../core/i18n/locale.ts";
import {inEachLanguage} from "../../core/i18n/written.ts";
import {lossText} from "../../marks/axes.ts";
import {inputs, shownPrices, type PriceGroup, type PriceState} from "./stretch-price-state.ts";

/** Words of the axes and of the table. */
export const strings = {
  stretchAxis: {en: "Length of the cosine, in runs"},
  priceAxis: {en: "Loss above a cosine made for the run (nats)"},
  stretch: {en: "cosine"},
  runs: {en: "runs"},
  price: {en: "price"},
  priceUnit: {en: "nat/token"}
} as const satisfies Record<string, Localised>;

/** The range of some prices, e.g. `"0.013 to 0.029"`. */
function rangeWords(prices: readonly Pick<StretchPrice, "price">[], locale: Locale): string {
  const values = prices.map(({price}) => price);
  return `${lossText(Math.min(...values), locale)} to ${lossText(Math.max(...values), locale)}`;
}

/** How many prices there are, and their range. */
export function summary(state: PriceState): Localised {
  return inEachLanguage((locale) => {
    const prices = shownPrices(state);
    const dear = prices.filter(isFarStretched);
    const count = formatNumber(dear.length, {decimals: 0}, locale);
    const least = formatNumber(Math.min(...dear.map(({stretch}) => stretch)), {significant: 2}, locale);
    return {
      en: `A cosine at least ${least} times too long costs ${rangeWords(dear, locale)} nats, in ${count} comparisons.`
    };
  });
}

/** What a doubled cosine costs on the ladder, by where it is read. */
export function positionAnswer(): Localised {
  return inEachLanguage((locale) => {
    const doubled = (short: string, long: string): string =>
      rangeWords(
        ladderPrices().filter((each) => each.short === short && each.long === long),
        locale
      );
    return {
      en: `A cosine twice too long costs ${doubled("1xC", "2xC")} nats at 1xC, and ${doubled("5xC", "10xC")} at 5xC.`
    };
  });
}

/** Sources and errors. */
export function note(): Localised {
  return inEachLanguage((locale) => {
    const error = (source: keyof typeof priceErrors): string => `± ${lossText(priceErrors[source], locale)}`;
    return {
      en:
        `The ladder of Bhagia et al. (arXiv 2412.04403; ${error("ladder")} nats), xC in multiples of Chinchilla’s tokens; runs of Hägele ` +
        `et al. (arXiv 2405.18392, as Schaipp et al. published them; ${error("horizon")}); Luo et al. (arXiv 2503.12811; ${error("luo")}); ` +
        `Chinchilla’s Figure A1 (${error("hoffmann")}), where no order can be told up to a quarter too long. Peaks, data and ` +
        "lengths differ from source to source."
    };
  });
}

/** What is drawn, and what it shows. */
export function describe(state: PriceState): Localised {
  return inEachLanguage((locale) => ({
    en:
      "Dot chart of the loss of runs above that of runs whose cosine was made for the place, in nats per token, by how many times as long the " +
      `cosine is, on a logarithmic axis${state.colour === "start" ? ", with a hue for where the ladder is read" : ""}. ${summary(state)[locale]} ${positionAnswer()[locale]}`
  }));
}

/** Name of a model in the table, e.g. `"the ladder: 1B at 5xC"`. */
export function groupName({source, name, start}: PriceGroup): Localised {
  return inEachLanguage((locale) => {
    const words = `${inputs.sources.names[source][locale]}: ${name}`;
    return {en: start === "" ? words : `${words} at ${start}`};
  });
}

/** Where the ladder is read, in the legend. */
export function startName(start: string): Localised {
  return {en: `read at ${start}`};
}
