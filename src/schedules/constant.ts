import {defineSchedule} from "../core/define/schedule.ts";
import {hagele2024} from "../data/works/hagele2024.ts";

/** The peak, for as long as the run lasts. */
export default defineSchedule({
  title: {en: "Constant"},
  description: {en: "After warm-up the learning rate stays at its peak; the floor is never used."},
  tex: String.raw`\eta(i) = p`,
  source: {
    ...hagele2024,
    locator: "the constant rate before the cooldown"
  },
  share: () => 1
});
