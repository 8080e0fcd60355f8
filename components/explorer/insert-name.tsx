/** A name that SQL can say; pressed, it is written into the query (the explorer listens to its schema). */
export function InsertName({ label, insert, verb }: { label: string; insert: string; verb: string }) {
  return (
    <button type="button" className="explorer-name" data-insert={insert}>
      <span className="sr-only">{verb}</span>
      <code>{label}</code>
    </button>
  );
}
