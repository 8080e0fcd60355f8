type Figure = { label: string; value: string };

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

/** What the edition says in three figures; its source below, or that it is a demonstration. */
export function ShareCard(props: { name: string; edition: string; foot: string; figures: Figure[] }) {
  const { name, edition, foot, figures } = props;
  return (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "64px 72px",
        background: "#f8f8f6",
        color: "#15191e",
        borderTop: "16px solid #1d4f91",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column" }}>
        <div style={{ display: "flex", fontSize: 52, fontWeight: 600 }}>{name}</div>
        <div style={{ display: "flex", marginTop: 12, fontSize: 30, color: "#4a525b" }}>{edition}</div>
      </div>
      <div style={{ display: "flex", gap: 64 }}>
        {figures.map(({ label, value }) => (
          <div key={label} style={{ display: "flex", flexDirection: "column" }}>
            <div style={{ display: "flex", fontSize: 92, color: "#1d4f91" }}>{value}</div>
            <div style={{ display: "flex", fontSize: 30 }}>{label}</div>
          </div>
        ))}
      </div>
      <div style={{ display: "flex", fontSize: 24, color: "#4a525b" }}>{foot}</div>
    </div>
  );
}
