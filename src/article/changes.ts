import changelog from "../../CHANGELOG.md?raw";
import {parseChanges, type Changes} from "./change-log.ts";

/** The change log of the article, from `CHANGELOG.md`. */
export const changes: Changes = parseChanges(changelog);
