// The LLaMA chart as Plot is ordinarily used: the browser fetches the table and draws it.
import * as Plot from "@observablehq/plot";
import {autoType, csvParse} from "d3-dsv";
import table from "../../src/data/llama1-curves.csv?url";

const response = await fetch(table);
const rows = csvParse(await response.text(), autoType);
const curve = {x: "tokens", y: "loss", z: "model"};

document.querySelector("#chart").append(
  Plot.plot({
    width: Math.min(720, document.body.clientWidth),
    grid: true,
    marginRight: 36,
    x: {label: "Training tokens (billions)"},
    y: {label: "Training loss (nats per token)"},
    marks: [
      Plot.line(rows, {...curve, stroke: "model"}),
      Plot.text(rows, Plot.selectLast({...curve, text: "model", textAnchor: "start", dx: 4}))
    ]
  })
);
