/** Ready lines that fetch one list in the tools that readers use; each works as it is. */
export function samplesOf(csv: string, json: string): readonly { tool: string; code: string }[] {
  return [
    { tool: "curl", code: `curl --fail --output organisations.csv '${csv}'` },
    {
      tool: "JavaScript",
      code: `const answer = await fetch("${json}");\nif (!answer.ok) throw new Error((await answer.json()).detail);\nconst { total, rows } = await answer.json();\nconsole.log(total, rows[0].name);`,
    },
    {
      tool: "Python",
      code: `import pandas\n\nrows = pandas.read_csv("${csv}", dtype={"siren": str, "department": str})\nprint(len(rows))`,
    },
    {
      tool: "R",
      code: `rows <- read.csv("${csv}", colClasses = c(siren = "character", department = "character"))\nnrow(rows)`,
    },
    {
      tool: "DuckDB",
      code: `FROM read_csv('${csv}', types = {'siren': 'VARCHAR', 'department': 'VARCHAR'});`,
    },
    {
      tool: "Excel (Power Query)",
      code: `= Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001])`,
    },
  ];
}
