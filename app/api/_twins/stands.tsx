import { BarFigure } from "@/components/charts/bar-figure";
import { LineFigure } from "@/components/charts/line-figure";
import { InsertName } from "@/components/explorer/insert-name";
import { Breadcrumb } from "@/components/layout/breadcrumb";
import { MapLegend } from "@/components/maps/map-legend";
import { Footnotes, type FootnotesProps } from "@/components/notes/footnotes";
import { NoteList, type ShownNote } from "@/components/notes/note-list";
import { NoteMark } from "@/components/notes/note-mark";
import { FilterRail } from "@/components/table/filter-rail";
import { ListTable } from "@/components/table/list-table";
import type { TableCell } from "@/components/table/types";
import { BarList } from "@/components/ui/bar-list";
import { Choices } from "@/components/ui/choices";
import { DownloadMenu } from "@/components/ui/download-menu";
import { Parts } from "@/components/ui/parts";
import { Unknown } from "@/components/ui/unknown";
import type { Stand, Stands } from "@/lib/markdown/elements";
import type { ComponentProps } from "react";

const Cell = ({ cell }: { cell: TableCell }) =>
  cell === null ? "—" : cell.href ? <a href={cell.href}>{cell.text}</a> : cell.text;

/** The rows that only the browser's table can draw. */
function Table({ columns, rows }: ComponentProps<typeof ListTable>) {
  return (
    <table>
      <tbody>
        <tr>
          {columns.map(({ key, label, unit, align, noted }) => (
            <th key={key} data-align={align}>
              {label}
              {unit && ` (${unit})`}
              <NoteMark noted={noted} />
            </th>
          ))}
        </tr>
        {rows.map(({ id, cells, noted, replaced }) => (
          <tr key={id}>
            {columns.map(({ key }, index) => (
              <td key={key}>
                {replaced?.[key] !== undefined && (
                  <>
                    <del>
                      <Cell cell={replaced[key] ?? null} />
                    </del>{" "}
                  </>
                )}
                <Cell cell={cells[key] ?? null} />
                {index === 0 && <NoteMark noted={noted} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The files of a result on one line. */
function Files({ menu: { button, extent, files } }: ComponentProps<typeof DownloadMenu>) {
  return (
    <p>
      {`${button} (${extent}) `}
      {files.map(({ label, href }, index) => (
        <span key={href}>
          {index > 0 && "· "}
          <a href={href}>{label}</a>
        </span>
      ))}
    </p>
  );
}

/** A note as its author wrote it. @param before its number and subject, where it stands at the end */
function Note({ note, before = "" }: { note: ShownNote; before?: string }) {
  const { kind, markdown, author, date, href, correction } = note;
  return (
    <>
      <p>
        {before}
        <strong>{kind}</strong> · {author}, <a href={href}>{date}</a>
        {correction && ` · ${correction.column} : ${correction.before} → ${correction.after}`}
      </p>
      <blockquote data-markdown={markdown} />
    </>
  );
}

/** Numbers of the notes of a thing, which stand at the end. */
const Mark = ({ noted }: ComponentProps<typeof NoteMark>) => noted?.notes && ` [${noted.notes.numbers}]`;

/** A name of the schema, which nothing can press here. */
const Name = ({ label }: ComponentProps<typeof InsertName>) => <code>{label}</code>;

const nothing = () => null;

/**
 * What stands for the components of a page where it is read: drawings have their table twin beside them, and a note
 * that was told beside its target is not told again at the end.
 */
export function standsOfPage(): Stands {
  const told = new Set<string>();
  const beside = ({ notes }: ComponentProps<typeof NoteList>) =>
    notes.map((note) => {
      told.add(note.id);
      return <Note key={note.id} note={note} />;
    });
  const atTheEnd = ({ groups }: FootnotesProps) =>
    groups.map(({ id, label, notes }) =>
      notes.map(({ number, note }) =>
        told.has(note.id) ? null : <Note key={id} note={note} before={`[${number}] ${label} · `} />,
      ),
    );
  return new Map<unknown, Stand>([
    ...[BarFigure, BarList, Breadcrumb, Choices, FilterRail, LineFigure, MapLegend, Parts].map(
      (component): [unknown, Stand] => [component, nothing],
    ),
    [ListTable, Table],
    [DownloadMenu, Files],
    [InsertName, Name],
    [NoteList, beside],
    [NoteMark, Mark],
    [Footnotes, atTheEnd],
    [Unknown, () => "—"],
  ]);
}
