// The element for those who bundle it: the npm package `past-chinchilla-embed`. Nobody’s address is known to it, so each
// element says its site.
import {serve} from "./past-chinchilla.ts";

serve();
