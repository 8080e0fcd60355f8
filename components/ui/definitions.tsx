import { NoteMark } from "@/components/notes/note-mark";
import type { Noted } from "@/components/notes/types";

type Fact<N extends string> = { name: N; text: string; href?: string | undefined };

/** Words with their meaning and facts, each at its own anchor. */
export function Definitions<N extends string>({
  entries,
  names,
}: {
  entries: readonly {
    id: string;
    label: string;
    text: string;
    facts: readonly Fact<N>[];
    noted?: Noted | undefined;
  }[];
  names: Record<N, string>;
}) {
  return (
    <dl className="definitions">
      {entries.map(({ id, label, text, facts, noted }) => (
        <div key={id} id={id}>
          <dt>
            <a href={`#${id}`}>{label}</a>
            <NoteMark noted={noted} />
          </dt>
          <dd>
            {text}
            {facts.length > 0 && (
              <ul>
                {facts.map(({ name, text: said, href }) => (
                  <li key={`${name} ${said}`}>
                    <span>{names[name]}</span>{" "}
                    {href ? (
                      <a href={href} rel="noopener" className="link">
                        {said}
                      </a>
                    ) : name === "code" ? (
                      <code>{said}</code>
                    ) : (
                      said
                    )}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
