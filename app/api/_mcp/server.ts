import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
} from "@modelcontextprotocol/sdk/types.js";
import { toolSchema } from "@/lib/api/mcp/question";
import { TOOLS } from "@/lib/api/mcp/tools";
import { siteUrl } from "@/lib/api/site-url";
import { ask } from "./ask";

const INSTRUCTIONS = `Observatory of local open data in France: which local authorities publish open data, where and how much.
Everything is read-only. A figure is of one edition and one basis: quote both, with the day of the edition and the citation given in “provenance”. null is unknown, never zero. A rate comes with its numerator and denominator. “fictitious” data are a demonstration: say so. Notes are the editors’ published remarks on what an answer holds: take them into account.
Start with list_editions, then search for a name, get_indicator for an official figure, list_question for rows, totals and counts.`;

const described = TOOLS.map(({ name, title, description, input, output }) => ({
  ...{ name, title: title.en, description },
  inputSchema: toolSchema(input, "input"),
  outputSchema: toolSchema(output, "output"),
  annotations: {
    ...{
      title: title.en,
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
  },
}));

/**
 * The protocol's side of one request. The SDK's plain server, not its McpServer: arguments are read by the tool itself, so
 * that a refusal names parameter and remedy as the API does.
 */
export function mcpServer(): Server {
  const server = new Server(
    {
      name: "observatoire-open-data-territoires",
      title: "Observatoire open data des territoires",
      version: "1.0.0",
      websiteUrl: siteUrl,
    },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: described }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }) => {
    const tool = TOOLS.find(({ name }) => name === params.name);
    if (!tool) {
      const names = TOOLS.map(({ name }) => name).join(", ");
      throw new McpError(
        ErrorCode.InvalidParams,
        `There is no tool “${params.name.slice(0, 60)}”; known ones are ${names}`,
      );
    }
    const { refused, body } = await ask(tool, params.arguments);
    // The text repeats what is structured, for clients that read nothing else; a refusal has no schema to follow.
    const content = [{ type: "text" as const, text: JSON.stringify(body) }];
    return refused ? { isError: true, content } : { content, structuredContent: body };
  });
  return server;
}
