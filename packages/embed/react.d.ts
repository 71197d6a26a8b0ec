// For TypeScript with React 19: `import type {} from "past-chinchilla-embed/react"`.
import type {DetailedHTMLProps, HTMLAttributes} from "react";
import type {PastChinchillaAttributes} from "./index.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "past-chinchilla": DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement> &
        PastChinchillaAttributes &
        Record<string, unknown>;
    }
  }
}
