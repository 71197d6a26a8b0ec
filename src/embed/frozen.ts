// The script of a frozen figure: its values can be read, and its frame knows its height.
import "../components/chart-reading.ts";
import "./frame.ts";
