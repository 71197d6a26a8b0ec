// The script of a frozen figure: its values can be read, and its frame knows its height.
import "../elements/chart-reading.ts";
import "./frame.ts";
