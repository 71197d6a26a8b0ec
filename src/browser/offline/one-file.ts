// In this order: the elements may ask for a file as soon as they are defined.
import "./carried-files.ts";
import "../elements/article-elements.ts";
