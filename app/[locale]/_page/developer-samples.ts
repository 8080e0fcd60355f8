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
      code: `= Table.PromoteHeaders(Csv.Document(Web.Contents("${csv}"), [Delimiter = ",", Encoding = 65001]))`,
    },
  ];
}

/** What a client of the Model Context Protocol is told, and the same question asked without one; each works as it is. */
export function mcpSamplesOf(address: string): readonly { tool: string; code: string }[] {
  const call = {
    ...{ jsonrpc: "2.0", id: 1, method: "tools/call" },
    params: { name: "get_indicator", arguments: { id: "opening-rate" } },
  };
  return [
    {
      tool: "mcp.json",
      code: JSON.stringify({ mcpServers: { observatoire: { type: "http", url: address } } }, null, 2),
    },
    {
      tool: "curl (MCP)",
      code: `curl --fail '${address}' \\\n  --header 'Content-Type: application/json' \\\n  --data '${JSON.stringify(call)}'`,
    },
    {
      tool: "JavaScript (@modelcontextprotocol/sdk)",
      code: `import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";

const client = new Client({ name: "essai", version: "1.0.0" });
await client.connect(new StreamableHTTPClientTransport(new URL("${address}")));
const { structuredContent } = await client.callTool({ name: "search", arguments: { q: "Rennes" } });
console.log(structuredContent.total, structuredContent.provenance.citation);
await client.close();`,
    },
  ];
}
