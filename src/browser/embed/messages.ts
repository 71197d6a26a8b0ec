/** The height of an embed in CSS pixels, whole; sent when it changes, and when the host says hello. */
export interface HeightMessage {
  readonly type: "past-chinchilla:height";
  /** The chart, or `scrolly/<id>`. */
  readonly id: string;
  readonly height: number;
}

/** What the reader of an embed has put it into. */
export interface StateMessage {
  readonly type: "past-chinchilla:state";
  readonly id: string;
  /** The address of the embed in that state. */
  readonly address: string;
  /** The name of the state, where it has one. */
  readonly view: string | null;
  /** All inputs. */
  readonly state: Readonly<Record<string, string | number | readonly string[] | readonly number[]>>;
}

/** The host asks for the height: its script may have come after the frame. */
export interface HelloMessage {
  readonly type: "past-chinchilla:hello";
}

/** The host chooses the theme of an embed. */
export interface ThemeMessage {
  readonly type: "past-chinchilla:theme";
  readonly theme: "auto" | "light" | "dark";
}
