export type Figure = { label: string; value: string };

/** Heights of the three bars of the mark, of its box. */
export const BARS = ["42%", "72%", "100%"] as const;

/** The site's mark, on its colour to the edges: devices round it as they like. */
export function Icon({ bars }: { bars: readonly string[] }) {
  return (
    <div
      style={{
        display: "flex",
        width: "100%",
        height: "100%",
        padding: "22%",
        gap: "9%",
        alignItems: "flex-end",
        background: "#1d4f91",
      }}
    >
      {bars.map((height) => (
        <div
          key={height}
          style={{ display: "flex", flex: 1, height, minHeight: height, background: "#ffffff" }}
        />
      ))}
    </div>
  );
}

/** Titles keep to two lines. */
const titleSize = (title: string) => (title.length < 34 ? 58 : title.length < 70 ? 46 : 36);

/** What a page says in a few figures; whose they are below, or that it is a demonstration. */
export function ShareCard(props: {
  /** The site, over the title of a page; null where the site is the title. */
  over: string | null;
  title: string;
  text: string;
  foot: string;
  figures: Figure[];
}) {
  const { over, title, text, foot, figures } = props;
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "56px 72px",
        background: "#f8f8f6",
        color: "#15191e",
        borderTop: "16px solid #1d4f91",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        {over && <div style={{ display: "flex", fontSize: 26, color: "#1d4f91" }}>{over}</div>}
        <div style={{ display: "block", marginTop: 8, fontSize: titleSize(title), lineClamp: 2 }}>
          {title}
        </div>
        <div style={{ display: "block", marginTop: 14, fontSize: 28, color: "#4a525b", lineClamp: 3 }}>
          {text}
        </div>
      </div>
      <div style={{ display: "flex", gap: 64 }}>
        {figures.map(({ label, value }) => (
          <div key={label} style={{ display: "flex", flexDirection: "column" }}>
            <div style={{ display: "flex", fontSize: 84, color: "#1d4f91" }}>{value}</div>
            <div style={{ display: "flex", fontSize: 28 }}>{label}</div>
          </div>
        ))}
      </div>
      <div style={{ display: "flex", fontSize: 22, color: "#4a525b" }}>{foot}</div>
    </div>
  );
}
