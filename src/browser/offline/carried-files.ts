import {carry} from "../view/site-files.ts";

// The article in one file has all that its scripts ask for in a data block.
carry(JSON.parse(document.getElementById("carried-files")!.textContent) as Record<string, string>);
