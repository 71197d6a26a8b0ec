// Runs before the first paint: the theme that was chosen, and the layout for scripts. Where the scripts
// don't come to work (blocked, missing, thrown), the article falls back to its layout without them.
(() => {
  const root = document.documentElement;
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme stays.
  }
  root.dataset.scripts = "on";
  const fallBack = () => {
    if (document.querySelector("[data-chart][data-ready]")) return;
    delete root.dataset.scripts;
    for (const part of document.querySelectorAll("noscript")) part.outerHTML = part.textContent;
  };
  addEventListener("error", fallBack, true);
  addEventListener("load", fallBack);
  setTimeout(fallBack, 6000);
})();
